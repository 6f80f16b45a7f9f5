/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.promise.Told;
import io.uptext.chaos.stage.OutcomeLog;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.ChallengeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Follows outcomes while a run goes on, says how far it is, and knows when all have ended. */
final class Watch implements AutoCloseable {

    private static final Duration SAY_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Set<ChallengeId> ended = ConcurrentHashMap.newKeySet();
    private final Scene scene;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;

    Watch(Scene scene) {
        this.scene = scene;
        this.thread = Thread.ofPlatform().name("watch").daemon().start(this::follow);
    }

    private void follow() {
        try (OutcomeLog log = new OutcomeLog(scene.stage().clients())) {
            Instant next = scene.now();
            while (!closed) {
                log.read(this::note);
                if (!scene.now().isBefore(next)) {
                    scene.say("%,d begun, %,d ended%s".formatted(scene.load().begun(), ended.size(), waiting()));
                    next = scene.now().plus(SAY_EVERY);
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private String waiting() {
        if (scene.stage().notifiers().isEmpty()) {
            return "";
        }
        return scene.targets().addresses().isEmpty()
                ? ", %,d watchers wait".formatted(scene.crowd().waiting())
                : ", %,d delivered".formatted(scene.targets().taken());
    }

    private void note(Told told) {
        if (told.event() instanceof Outcome outcome) {
            ended.add(outcome.challengeId());
        }
    }

    /** Waits until all these have ended, or until then. */
    void awaitEnded(Collection<ChallengeId> challenges, Instant until) throws InterruptedException {
        while (!ended.containsAll(challenges) && scene.now().isBefore(until)) {
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
