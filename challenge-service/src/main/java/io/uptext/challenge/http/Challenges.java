/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.contracts.event.Event;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.http.Problem;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewedChallenge;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The log of challenges: what is said goes in, and comes into view. */
public final class Challenges {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(25);

    /** Kafka's client may block while it looks for its brokers, and an event loop must not. */
    private final Executor publishing = Executors.newVirtualThreadPerTaskExecutor();

    private final Scheduler goingOn = Schedulers.fromExecutor(publishing);

    private final EventPublisher publisher;
    private final ChallengeView view;

    /** Publishes by {@code publisher}, and waits for what {@code view} sees. */
    public Challenges(EventPublisher publisher, ChallengeView view) {
        this.publisher = publisher;
        this.view = view;
    }

    /** Completes once Kafka has the event. */
    Mono<Void> durable(Event event, String key) {
        return Mono.defer(() -> begun(event, key));
    }

    /** As above, and begins at once: there is something else to do while Kafka takes it. */
    Mono<Void> begun(Event event, String key) {
        return Mono.fromFuture(publisher.publish(event, key, publishing))
                .onErrorMap(_ -> Problem.UNAVAILABLE.because(
                        "Kafka has not taken the request in time, and may have it all the same. "
                                + "Please repeat it, with the same Idempotency-Key if it has one."));
    }

    /** Waits a little for a challenge to become so; it comes as it is then, whether it did or not. */
    Mono<ViewedChallenge> await(ChallengeId id, Predicate<ViewedChallenge> state) {
        return Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .mapNotNull(_ -> view.find(id).orElse(null))
                .takeUntil(state)
                .take(WAIT)
                // The timer's thread is interrupted when the wait is over, and whoever goes on may publish.
                .publishOn(goingOn)
                .takeLast(1)
                .next()
                .switchIfEmpty(Mono.error(() ->
                        Problem.UNAVAILABLE.because("The request is stored and not in view yet. Please repeat it.")));
    }
}
