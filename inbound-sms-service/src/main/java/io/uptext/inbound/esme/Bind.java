/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.ScheduledFuture;
import io.uptext.inbound.smpp.Pdu;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One bind at one SMSC: made, kept, and made again whenever it is lost, until it is closed. It lives on one event loop. */
final class Bind {

    private static final Logger log = LoggerFactory.getLogger(Bind.class);

    /** A bind that has stood for so long was a good one: the next one is sought without delay. */
    private static final Duration STABLE = Duration.ofMinutes(1);

    private final Place place;
    private final EventLoop loop;
    private final Dialer dialer;
    private final Supplier<@Nullable SslContext> tls;
    private final SmppDeliveries deliveries;
    private final BindMetrics metrics;
    private final Backoff backoff;
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

    private volatile BindState state = BindState.WAITING;
    private volatile @Nullable Attempt current;
    private @Nullable ScheduledFuture<?> next;
    private boolean closing;
    private boolean told;
    private int password;
    private int refusals;

    /**
     * Which bind it is.
     *
     * @param number from 1, at its SMSC
     */
    record Place(SmppConnector connector, SmscAddress smsc, int number) {}

    Bind(
            Place place,
            EventLoop loop,
            Dialer dialer,
            Supplier<@Nullable SslContext> tls,
            SmppDeliveries deliveries,
            BindMetrics metrics,
            Backoff backoff) {
        this.place = place;
        this.loop = loop;
        this.dialer = dialer;
        this.tls = tls;
        this.deliveries = deliveries;
        this.metrics = metrics;
        this.backoff = backoff;
        metrics.show(this::state, this::underWay, settings().window());
    }

    /** Begins to make it. */
    void start() {
        loop.execute(this::connect);
    }

    /** Ends it politely; completes once it has ended. */
    CompletableFuture<@Nullable Void> close() {
        loop.execute(() -> {
            closing = true;
            if (next != null) {
                next.cancel(false);
            }
            Attempt attempt = current;
            if (attempt != null && attempt.connected) {
                attempt.session.unbind();
            } else {
                finish();
            }
        });
        return closed;
    }

    BindState state() {
        return state;
    }

    Place place() {
        return place;
    }

    private int underWay() {
        Attempt attempt = current;
        return attempt == null ? 0 : attempt.session.underWay();
    }

    private SmppSettings settings() {
        return place.connector().settings();
    }

    private void connect() {
        if (closing) {
            finish();
            return;
        }
        state = BindState.BINDING;
        Attempt attempt = new Attempt();
        current = attempt;
        attempt.begin();
    }

    private void ended(Attempt attempt, Ending ending) {
        if (attempt.boundAt != 0 && System.nanoTime() - attempt.boundAt >= STABLE.toNanos()) {
            backoff.reset();
        }
        current = null;
        if (closing) {
            finish();
            return;
        }
        metrics.ended(ending);
        boolean isOfCredentials = ending instanceof Ending.Refused refused && refused.isOfCredentials();
        boolean hasAnother =
                isOfCredentials && ++refusals < place.connector().passwords().size();
        if (isOfCredentials) {
            password = (password + 1) % place.connector().passwords().size();
        }
        Duration wait = hasAnother ? Duration.ZERO : backoff.next(ending);
        state = isOfCredentials && !hasAnother ? BindState.REFUSED : BindState.WAITING;
        if (state == BindState.REFUSED) {
            refusals = 0;
        }
        tell(attempt, ending, wait, hasAnother);
        next = loop.schedule(this::connect, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Once for an outage; where somebody has to act, each time. */
    private void tell(Attempt attempt, Ending ending, Duration wait, boolean hasAnother) {
        if (hasAnother) {
            log.info(
                    "{} has another password for {}, which is tried now",
                    place.connector().id(),
                    place.smsc());
        } else if (state == BindState.REFUSED) {
            log.error(
                    "{} is not let in at {}: {}. Check system-id and secrets; the next try is in {} seconds",
                    place.connector().id(),
                    place.smsc(),
                    ending.reason(),
                    wait.toSeconds());
        } else if (attempt.boundAt != 0 || !told) {
            told = true;
            log.warn(
                    "{} has no bind {} at {}: {}. It is tried again until it stands",
                    place.connector().id(),
                    place.number(),
                    place.smsc(),
                    ending.reason());
        }
    }

    private void finish() {
        state = BindState.CLOSED;
        closed.complete(null);
    }

    /** One try to have the bind, and the bind that it becomes. */
    private final class Attempt implements Session.Owner {

        private final Session session;
        private boolean connected;
        private boolean over;
        private long boundAt;

        private Attempt() {
            String secret = place.connector().passwords().get(password);
            session = new Session(settings(), place.connector().request(secret), deliveries, metrics, this);
        }

        private void begin() {
            Frames frames = new Frames(session::wrongLength);
            var _ = dialer.dial(place.smsc(), tls, settings().responseTimeout(), loop, frames, session)
                    .whenComplete((channel, failure) -> onLoop(() -> dialled(channel, failure)));
        }

        /** Now, if it is there already: the reason must be known before the channel says only that it has closed. */
        private void onLoop(Runnable then) {
            if (loop.inEventLoop()) {
                then.run();
            } else {
                loop.execute(then);
            }
        }

        private void dialled(@Nullable Channel channel, @Nullable Throwable failure) {
            if (failure != null) {
                ended(Ending.Unreachable.of(failure));
            } else if (closing && channel != null) {
                var _ = channel.close();
            } else {
                connected = true;
                session.begin();
            }
        }

        @Override
        public void bound(Pdu.BindResponse response) {
            boundAt = System.nanoTime();
            state = BindState.BOUND;
            told = false;
            refusals = 0;
            metrics.bound();
            log.info(
                    "{} has bind {} at {} as {}; the SMSC speaks {}",
                    place.connector().id(),
                    place.number(),
                    place.smsc(),
                    settings().bind(),
                    response.spoken());
        }

        @Override
        public void ended(Ending ending) {
            if (!over) {
                over = true;
                Bind.this.ended(this, ending);
            }
        }
    }
}
