/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookEndpointDisabled;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.vocabulary.TargetHash;
import io.uptext.notifier.delivery.book.Backlog;
import io.uptext.notifier.delivery.book.DeliveryBook;
import io.uptext.notifier.delivery.book.Endpoint;
import io.uptext.notifier.delivery.book.Step;
import io.uptext.notifier.webhook.Attempt;
import io.uptext.notifier.webhook.Flaw;
import io.uptext.notifier.webhook.Sender;
import io.uptext.notifier.webhook.Target;
import io.uptext.platform.json.NoticeJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the book wants done. All of it runs on one {@link Line}; senders and Kafka answer on threads of their own, and come
 * back to it.
 */
final class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    /** While so many results wait for Kafka, nothing more is attempted: after a crash all of them would be again. */
    private static final int MOST_UNTOLD = 2000;

    /** What is kept leaves room for results of attempts. */
    private static final int MOST_TELLS = MOST_UNTOLD / 2;

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final DeliveryBook book;
    private final Endpoints endpoints;
    private final Sender sender;
    private final Outbox outbox;
    private final Tally tally;
    private final Line line;
    private final Clock clock;
    private final Refusals refusals = new Refusals();
    private final Map<Integer, CompletableFuture<Void>> closing = new HashMap<>();
    private Instant wakesAt = Instant.MAX;
    private int untold;

    Courier(DeliveryBook book, Endpoints endpoints, Sender sender, Outbox outbox, Tally tally, Line line, Clock clock) {
        this.book = book;
        this.endpoints = endpoints;
        this.sender = sender;
        this.outbox = outbox;
        this.tally = tally;
        this.line = line;
        this.clock = clock;
    }

    void begin(int partition, long offset) {
        book.begin(partition, offset);
    }

    void becomeCurrent(int partition) {
        book.becomeCurrent(partition, now());
        pump();
    }

    void take(List<Arrival> arrivals) {
        arrivals.forEach(each -> book.apply(each.partition(), each.offset(), each.event(), now()));
        pump();
    }

    /** Begins nothing more of a partition; completes when nothing of it is under way. */
    CompletableFuture<Void> close(int partition) {
        book.close(partition);
        CompletableFuture<Void> idle = closing.computeIfAbsent(partition, _ -> new CompletableFuture<>());
        completeIdle();
        return idle;
    }

    private void completeIdle() {
        closing.entrySet()
                .removeIf(each -> book.isIdle(each.getKey()) && each.getValue().complete(null));
    }

    void drop(int partition) {
        book.drop(partition);
        closing.remove(partition);
    }

    OptionalLong lowWater(int partition) {
        return book.lowWater(partition).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    void hurry(Endpoint endpoint) {
        book.hurry(endpoint, now());
        pump();
    }

    Collection<Backlog> backlogs() {
        return book.backlogs();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void pump() {
        if (untold < MOST_UNTOLD) {
            book.due(now(), endpoints::standing, Math.max(0, MOST_TELLS - untold))
                    .forEach(this::take);
            wakeAt(book.nextDue());
        }
    }

    private void wakeAt(Instant time) {
        if (time.isBefore(wakesAt)) {
            wakesAt = time;
            line.at(time, () -> {
                if (time.equals(wakesAt)) {
                    wakesAt = Instant.MAX;
                }
                pump();
            });
        }
    }

    private void take(Step step) {
        switch (step) {
            case Step.Ask ask -> ask(ask);
            case Step.Tell(DeliveryEvent event) -> tell(event);
        }
    }

    private void ask(Step.Ask ask) {
        Optional<Target> target = endpoints.target(ask.endpoint());
        if (target.isEmpty()) {
            // The registry has changed this very moment; the next look at its standing says what follows.
            line.execute(() -> finished(ask, new Attempt.Failed(Flaw.NO_SECRET)));
            return;
        }
        sent(ask, target.get())
                .whenComplete((attempt, failure) -> line.execute(
                        () -> ended(ask, target.get(), failure == null ? attempt : new Attempt.Failed(Flaw.CLOSED))));
    }

    /** Whatever goes wrong with one, the others are sent, and this one has its place in the lane no longer than it takes. */
    private CompletionStage<Attempt> sent(Step.Ask ask, Target target) {
        try {
            return sender.send(target, ask.notice().id().value(), NoticeJson.body(ask.notice()));
        } catch (RuntimeException e) {
            // Without its message, which may quote a URL.
            log.error(
                    "A webhook could not be asked, which is a mistake of ours: {}",
                    e.getClass().getName());
            return CompletableFuture.failedStage(e);
        }
    }

    private void ended(Step.Ask ask, Target target, Attempt attempt) {
        if (attempt instanceof Attempt.Gone) {
            disable(ask, target, attempt);
        } else {
            finished(ask, attempt);
        }
    }

    /** Before the delivery counts as over: if we die between the two, the next owner finds the endpoint disabled. */
    private void disable(Step.Ask ask, Target target, Attempt attempt) {
        Endpoint endpoint = ask.endpoint();
        WebhookEndpointDisabled disabled = new WebhookEndpointDisabled(
                endpoint.relyingParty(),
                endpoint.webhook(),
                TargetHash.of(
                        endpoint.relyingParty(),
                        endpoint.webhook(),
                        target.webhook().url()),
                now());
        untilItWorks(() -> outbox.publish(disabled), () -> {
            endpoints.learn(disabled);
            finished(ask, attempt);
        });
    }

    private void finished(Step.Ask ask, Attempt attempt) {
        book.finished(ask, attempt, now()).ifPresent(this::tell);
        completeIdle();
        pump();
    }

    private void tell(DeliveryEvent event) {
        untilItWorks(() -> outbox.publish(event), () -> {
            switch (event) {
                case WebhookAttempted attempted -> tally.count(attempted);
                case WebhookKept kept -> tally.count(kept);
                default -> throw new IllegalStateException("only what came of deliveries is told");
            }
            book.told(event, now());
            completeIdle();
            pump();
        });
    }

    private void untilItWorks(Supplier<CompletionStage<Void>> publication, Runnable then) {
        untold++;
        attempt(publication, then);
    }

    private void attempt(Supplier<CompletionStage<Void>> publication, Runnable then) {
        publication.get().whenComplete((_, failure) -> {
            if (failure == null) {
                line.execute(() -> {
                    untold--;
                    refusals.taken();
                    then.run();
                });
            } else {
                line.execute(() -> {
                    refusals.refused(failure);
                    line.at(now().plus(PAUSE_AFTER_FAILURE), () -> attempt(publication, then));
                });
            }
        });
    }
}
