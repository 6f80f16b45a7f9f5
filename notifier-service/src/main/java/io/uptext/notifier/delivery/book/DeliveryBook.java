/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.vocabulary.KeptReason;
import io.uptext.notifier.webhook.Attempt;
import io.uptext.notifier.webhook.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All deliveries that an instance has to make: what the log says, what is due, and what follows from an attempt. It has no
 * clock and sends nothing; the log is what counts, and reading it again makes the same book. For one thread.
 *
 * <p>A delivery that ended leaves the book when the log says so, and not before: whoever reads the log after us must find what
 * we found.
 */
public final class DeliveryBook {

    private final Rules rules;
    private final RandomGenerator random;
    private final Lanes lanes;
    private final Pages pages;
    private final LogReading log;
    private final List<Step.Ask> asks = new ArrayList<>();
    private final Queue<Step.Tell> tells = new ArrayDeque<>();

    /** An empty book, whose pauses are a little longer or shorter as {@code random} says. */
    public DeliveryBook(Rules rules, RandomGenerator random) {
        this(rules, random, endpoint -> endpoint);
    }

    /**
     * The same with other lanes.
     *
     * @param laneOf what endpoints have in common that share a lane
     */
    DeliveryBook(Rules rules, RandomGenerator random, Function<Endpoint, Object> laneOf) {
        this.rules = rules;
        this.random = random;
        this.lanes = new Lanes(rules.mostAtOnce(), laneOf);
        this.pages = new Pages(rules.useful(), lanes);
        this.log = new LogReading(pages, lanes);
    }

    /**
     * Takes over a partition. Nothing of it is attempted until it is {@link #becomeCurrent current}.
     *
     * @param offset of the first record that will be read
     */
    public void begin(int partition, long offset) {
        pages.begin(partition, offset);
    }

    /** The log of a partition has been read to where it ended when we took it over. */
    public void becomeCurrent(int partition, Instant now) {
        pages.becomeCurrent(partition);
        evict(now);
    }

    /** Begins nothing more of a partition; what is under way may end. */
    public void close(int partition) {
        pages.close(partition);
    }

    /** Whether nothing of a partition is under way, and nothing that came of it untold. */
    public boolean isIdle(int partition) {
        return pages.share(partition)
                .map(share -> share.open().stream().allMatch(Delivery::isWaiting))
                .orElse(true);
    }

    /** Gives a partition away. */
    public void drop(int partition) {
        pages.drop(partition);
    }

    /** Where whoever takes over a partition has to begin reading; nothing if it is not ours, or on its way to another. */
    public Optional<Long> lowWater(int partition) {
        return pages.share(partition).filter(share -> !share.isClosed).map(Share::lowWater);
    }

    /** Takes a record in; to do so again changes nothing. */
    public void apply(int partition, long offset, DeliveryEvent event, Instant now) {
        log.apply(partition, offset, event, now);
        evict(now);
    }

    /** More than fit into memory: the oldest of whom most waits for is kept, so that nobody pays for another. */
    private void evict(Instant now) {
        while (lanes.waiting() > rules.mostWaiting()) {
            Optional<Delivery> oldest = lanes.longest().flatMap(Lane::oldestWaiting);
            if (oldest.isEmpty()) {
                return;
            }
            keep(oldest.get(), KeptReason.TOO_MANY_WAITING, now);
        }
    }

    private void keep(Delivery delivery, KeptReason reason, Instant now) {
        Endpoint endpoint = delivery.endpoint;
        WebhookKept kept = new WebhookKept(
                delivery.id, delivery.notice.challengeId(), endpoint.relyingParty(), endpoint.webhook(), reason, now);
        pages.move(delivery, new State.Telling(kept));
        lanes.change(endpoint, lane -> lane.putLast(delivery));
        tells.add(new Step.Tell(kept));
    }

    /**
     * What is to be done now: all that is to be attempted, and then what is to be told.
     *
     * @param standing whether an endpoint may be asked
     * @param mostTells the rest can wait, for nobody else waits for it
     */
    public List<Step> due(Instant now, Function<Endpoint, Standing> standing, int mostTells) {
        lanes.wake(
                now,
                lane -> lane.pump(
                        now,
                        standing.apply(lane.endpoint),
                        (delivery, reason) -> keep(delivery, reason, now),
                        delivery -> asks.add(new Step.Ask(delivery.id, delivery.endpoint, delivery.notice))));
        List<Step> due = new ArrayList<>(asks);
        asks.clear();
        for (int i = 0; i < mostTells && !tells.isEmpty(); i++) {
            Step.Tell tell = tells.remove();
            // Of a partition that was given away meanwhile its next owner tells.
            if (isTelling(tell.event())) {
                due.add(tell);
            }
        }
        return due;
    }

    /** When there is something to do, unless something happens before. */
    public Instant nextDue() {
        return lanes.nextWaking();
    }

    /**
     * An attempt has ended. This is to be said once of each that was asked for.
     *
     * @return what is to be told of it; nothing if nothing was sent, or if somebody else answers for it by now
     */
    public Optional<WebhookAttempted> finished(Step.Ask ask, Attempt attempt, Instant now) {
        lanes.change(ask.endpoint(), Lane::ended);
        @Nullable Delivery delivery = pages.find(ask.id());
        if (delivery == null || !(delivery.state instanceof State.Attempting attempting)) {
            return Optional.empty();
        }
        if (attempt instanceof Attempt.Failed(Flaw flaw) && (flaw == Flaw.NO_SECRET || flaw == Flaw.BUSY)) {
            pages.move(delivery, new State.Waiting(attempting.attempt() - 1, now));
            lanes.change(delivery.endpoint, lane -> lane.nap(now));
            return Optional.empty();
        }
        lanes.change(delivery.endpoint, lane -> note(lane, attempt, now));
        WebhookAttempted said = Ruling.of(delivery, attempting, attempt, now, rules.backoff(), random);
        pages.move(delivery, new State.Telling(said));
        return Optional.of(said);
    }

    private void note(Lane lane, Attempt attempt, Instant now) {
        @Nullable Duration retryAfter = attempt instanceof Attempt.Refused refused ? refused.retryAfter() : null;
        if (!(attempt instanceof Attempt.Delivered)) {
            lane.health.fails(now, retryAfter, random);
        } else if (lane.health.works()) {
            lane.hurry(now);
        }
    }

    /** What was to be told is in the log. */
    public void told(DeliveryEvent event, Instant now) {
        @Nullable Delivery delivery = pages.find(event.deliveryId());
        if (delivery == null || !isTelling(event)) {
            return;
        }
        if (pages.share(delivery.partition).filter(share -> !share.isClosed).isEmpty()) {
            pages.forget(delivery);
        } else if (delivery.isWantedAgain) {
            delivery.isWantedAgain = false;
            delivery.outdated = event;
            pages.move(delivery, new State.Waiting(0, now));
        } else if (event instanceof WebhookAttempted attempted && attempted.nextAttemptAt() != null) {
            pages.move(delivery, new State.Waiting(attempted.attempt(), attempted.nextAttemptAt()));
        } else {
            pages.end(delivery);
        }
    }

    private boolean isTelling(DeliveryEvent event) {
        @Nullable Delivery delivery = pages.find(event.deliveryId());
        return delivery != null
                && delivery.state instanceof State.Telling(DeliveryEvent result)
                && result.equals(event);
    }

    /** Somebody says that an endpoint works again. */
    public void hurry(Endpoint endpoint, Instant now) {
        lanes.change(endpoint, lane -> {
            var _ = lane.health.works();
            lane.hurry(now);
        });
    }

    /** What is on its way, by endpoint. */
    public Collection<Backlog> backlogs() {
        return lanes.backlogs();
    }
}
