/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.load.Load;
import io.uptext.chaos.promise.Told;
import io.uptext.chaos.stage.OutcomeLog;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.kafka.KafkaClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows outcomes while a run goes on, says how far it is, and knows when all have ended. */
final class Watch implements AutoCloseable {

    private static final Duration SAY_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Set<ChallengeId> ended = ConcurrentHashMap.newKeySet();
    private final KafkaClients clients;
    private final Load load;
    private final Clock clock;
    private final Consumer<String> say;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;

    Watch(KafkaClients clients, Load load, Clock clock, Consumer<String> say) {
        this.clients = clients;
        this.load = load;
        this.clock = clock;
        this.say = say;
        this.thread = Thread.ofPlatform().name("watch").daemon().start(this::follow);
    }

    private void follow() {
        try (OutcomeLog log = new OutcomeLog(clients)) {
            Instant next = clock.instant();
            while (!closed) {
                log.read(this::note);
                if (!clock.instant().isBefore(next)) {
                    say.accept("%,d begun, %,d ended".formatted(load.begun(), ended.size()));
                    next = clock.instant().plus(SAY_EVERY);
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void note(Told told) {
        if (told.event() instanceof Outcome outcome) {
            ended.add(outcome.challengeId());
        }
    }

    /** Waits until all these have ended, or until then. */
    void awaitEnded(Collection<ChallengeId> challenges, Instant until) throws InterruptedException {
        while (!ended.containsAll(challenges) && clock.instant().isBefore(until)) {
            if (failure != null) {
                throw new IllegalStateException("the outcomes cannot be followed", failure);
            }
            Pause.of(LOOK_EVERY);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(SAY_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
