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

/** One bind at one SMSC: made, kept, and made again whenever it is lost, until it is closed. It lives on one event loop. */
final class Bind implements Logins.Candidate {

    /** A bind that has stood for so long was a good one: the next one is sought without delay. */
    private static final Duration STABLE = Duration.ofMinutes(1);

    private final Place place;
    private final EventLoop loop;
    private final Logins logins;
    private final Dialer dialer;
    private final Supplier<@Nullable SslContext> tls;
    private final SmppDeliveries deliveries;
    private final BindMetrics metrics;
    private final Backoff backoff;
    private final BindLog news;
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

    private volatile BindState state = BindState.WAITING;
    private volatile @Nullable Attempt current;
    private @Nullable ScheduledFuture<?> next;
    private boolean closing;
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
            Logins logins,
            Dialer dialer,
            Supplier<@Nullable SslContext> tls,
            SmppDeliveries deliveries,
            BindMetrics metrics,
            Backoff backoff) {
        this.place = place;
        this.news = new BindLog(place);
        this.loop = loop;
        this.logins = logins;
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

    @Override
    public void letIn() {
        start();
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
        BindState now = state;
        return now == BindState.WAITING && logins.isHeldBack(this) ? BindState.REFUSED : now;
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
        if (!logins.mayTry(this)) {
            state = BindState.WAITING;
            return;
        }
        if (refusals == 0) {
            password = logins.password();
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
        if (ending instanceof Ending.Refused refused && refused.isOfCredentials()) {
            notLetIn(refused);
        } else {
            logins.ended(this);
            tryAgain(BindState.WAITING, backoff.next(ending));
            news.ended(ending);
        }
    }

    private void notLetIn(Ending.Refused refused) {
        int passwords = place.connector().passwords().size();
        password = (password + 1) % passwords;
        if (!logins.refused(this)) {
            // Another one goes on trying, and tells of it.
            refusals = 0;
            tryAgain(BindState.WAITING, Duration.ZERO);
        } else if (++refusals < passwords) {
            news.triesAnotherPassword();
            tryAgain(BindState.WAITING, Duration.ZERO);
        } else {
            refusals = 0;
            Duration wait = backoff.next(refused);
            news.isNotLetIn(refused, wait);
            tryAgain(BindState.REFUSED, wait);
        }
    }

    private void tryAgain(BindState until, Duration wait) {
        state = until;
        next = loop.schedule(this::connect, wait.toMillis(), TimeUnit.MILLISECONDS);
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
            refusals = 0;
            logins.bound(Bind.this, password);
            metrics.bound();
            news.bound(response);
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
