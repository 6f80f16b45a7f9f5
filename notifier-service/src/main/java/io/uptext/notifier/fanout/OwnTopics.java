/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.kafka.EventPublisher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes to relying parties' own topics. What one of them does not take becomes a dead letter of the outcome with the reason,
 * after a while in which it is tried again, so that one party's topic does not hold up the others for long and nothing is lost.
 */
final class OwnTopics {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final EventPublisher publisher;
    private final PartyTopics topics;
    private final Complaints complaints;

    OwnTopics(EventPublisher publisher, PartyTopics topics, Complaints complaints) {
        this.publisher = publisher;
        this.topics = topics;
        this.complaints = complaints;
    }

    private record Attempt(Decided decided, CompletableFuture<Void> taken) {

        Optional<Throwable> failure() {
            try {
                taken.join();
                return Optional.empty();
            } catch (CompletionException e) {
                return Optional.of(e.getCause() == null ? e : e.getCause());
            } catch (CancellationException e) {
                return Optional.of(e);
            }
        }
    }

    /**
     * Writes all of them, or a dead letter of what cannot be written.
     *
     * @throws RuntimeException if Kafka takes neither
     */
    void tell(List<Decided> decided) {
        List<Decided> left = decided;
        List<CompletableFuture<Void>> letters = new ArrayList<>();
        while (!left.isEmpty()) {
            left = tellOnce(left, letters);
            if (!left.isEmpty()) {
                LockSupport.parkNanos(PAUSE.toNanos());
                if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException("stopped before all was told");
                }
            }
        }
        CompletableFuture.allOf(letters.toArray(CompletableFuture[]::new)).join();
    }

    /** Returns what is worth another try. */
    private List<Decided> tellOnce(List<Decided> decided, List<CompletableFuture<Void>> letters) {
        Map<RelyingPartyId, Obstacle> obstacles = topics.obstacles(
                decided.stream().map(OwnTopics::party).distinct().toList());
        List<Decided> again = new ArrayList<>();
        Map<RelyingPartyId, List<Attempt>> attempts = new HashMap<>();
        decided.stream().collect(Collectors.groupingBy(OwnTopics::party)).forEach((party, theirs) -> {
            @Nullable Obstacle obstacle = obstacles.get(party);
            if (obstacle == null) {
                attempts.put(party, attempt(theirs));
            } else {
                theirs.forEach(each -> letters.add(setAside(each, obstacle)));
            }
        });
        attempts.forEach((party, theirs) -> settle(party, theirs, again, letters));
        return again;
    }

    /** Sends until one is refused at once: each further one would be, after the producer's whole patience. */
    private List<Attempt> attempt(List<Decided> theirs) {
        List<Attempt> attempts = new ArrayList<>();
        CompletableFuture<Void> taken = CompletableFuture.completedFuture(null);
        for (Decided each : theirs) {
            taken = taken.isCompletedExceptionally() ? taken : publisher.publish(each.notice());
            attempts.add(new Attempt(each, taken));
        }
        return attempts;
    }

    private void settle(
            RelyingPartyId party, List<Attempt> attempts, List<Decided> again, List<CompletableFuture<Void>> letters) {
        int told = 0;
        for (Attempt attempt : attempts) {
            Optional<Throwable> failure = attempt.failure();
            if (failure.isEmpty()) {
                told++;
                continue;
            }
            topics.failed(party, failure.get())
                    .ifPresentOrElse(
                            obstacle -> letters.add(setAside(attempt.decided(), obstacle)),
                            () -> again.add(attempt.decided()));
        }
        complaints.told(party, told);
        if (told == attempts.size()) {
            topics.takesAll(party);
        }
    }

    private CompletableFuture<Void> setAside(Decided decided, Obstacle obstacle) {
        complaints.setAside(party(decided));
        return publisher.setAside(decided.record(), obstacle.words());
    }

    private static RelyingPartyId party(Decided decided) {
        return decided.notice().relyingParty();
    }
}
