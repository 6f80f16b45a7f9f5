/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.notifier.recent.RecentChallenge;
import io.uptext.notifier.recent.TokenKey;
import io.uptext.platform.http.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** Those who wait for one answer, and not for long: their deadlines are places in a wheel. */
final class Waiting implements AutoCloseable {

    /** A browser can be here before this instance has read of its challenge. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Whoever makes tokens up waits as well: no more of them than take some ten megabytes. */
    static final int MOST_STRANGERS = 1_000;

    private static final long TICK_MILLIS = 50;

    private final Watchers watchers;
    private final Duration patience;
    private final int mostStrangers;
    private final HashedWheelTimer wheel =
            new HashedWheelTimer(new DefaultThreadFactory("watch-deadlines", true), TICK_MILLIS, TimeUnit.MILLISECONDS);
    private final Set<Poll> polls = ConcurrentHashMap.newKeySet();
    private final AtomicInteger strangers = new AtomicInteger();

    /**
     * Waits beside {@code watchers}.
     *
     * @param patience how long for a challenge that nobody knows
     * @param mostStrangers for how many at a time
     */
    Waiting(Watchers watchers, Duration patience, int mostStrangers) {
        this.watchers = watchers;
        this.patience = patience;
        this.mostStrangers = mostStrangers;
    }

    /** The challenge with this token, also if it comes into view in a moment; or nothing. */
    Mono<RecentChallenge> challenge(TokenKey token) {
        return Mono.defer(() -> watchers.find(token).map(Mono::just).orElseGet(() -> await(token)));
    }

    private Mono<RecentChallenge> await(TokenKey token) {
        if (strangers.incrementAndGet() > mostStrangers) {
            strangers.decrementAndGet();
            return Mono.error(Problem.UNAVAILABLE.because("Too many wait whose challenges are not known here yet."));
        }
        Early early = new Early();
        return Mono.<RecentChallenge>defer(() -> {
                    watchers.add(token, early);
                    if (watchers.find(token).isPresent()) {
                        early.changed(Watcher.UNRECORDED);
                    }
                    return Mono.fromFuture(within(patience, early.arrived(), () -> early.changed(Watcher.UNRECORDED)))
                            .then(Mono.defer(() -> {
                                // It would count beside the stream that it becomes.
                                watchers.remove(token, early);
                                return Mono.justOrEmpty(watchers.find(token));
                            }));
                })
                .doFinally(_ -> {
                    watchers.remove(token, early);
                    strangers.decrementAndGet();
                });
    }

    /** What happens next to a challenge, if anything does in time; at once where it has ended. */
    Mono<Optional<AttemptFlaw>> happening(RecentChallenge challenge, Duration wait) {
        Poll poll = new Poll(challenge);
        return Mono.defer(() -> {
                    watchers.add(challenge.token(), poll);
                    polls.add(poll);
                    poll.changed(Watcher.UNRECORDED);
                    if (wait.isZero()) {
                        poll.end();
                    }
                    return Mono.fromFuture(within(wait, poll.answer(), poll::end));
                })
                .doFinally(_ -> {
                    polls.remove(poll);
                    watchers.remove(challenge.token(), poll);
                });
    }

    /** How many wait whose challenges are not known. */
    int strangers() {
        return strangers.get();
    }

    /** Answers all polls: whoever asks again asks another instance. */
    void answerPolls() {
        polls.forEach(Poll::end);
    }

    private <T> CompletableFuture<T> within(Duration time, CompletableFuture<T> result, Runnable late) {
        if (!result.isDone()) {
            Timeout deadline = wheel.newTimeout(_ -> late.run(), time.toMillis(), TimeUnit.MILLISECONDS);
            var _ = result.whenComplete((_, _) -> deadline.cancel());
        }
        return result;
    }

    @Override
    public void close() {
        wheel.stop();
    }
}
