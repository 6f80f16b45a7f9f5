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
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Whoever makes tokens up waits as well: no more of them than take some ten megabytes. */
    static final int MOST_STRANGERS = 1_000;

    private static final long TICK_MILLIS = 50;

    private final Watchers watchers;
    private final HashedWheelTimer wheel =
            new HashedWheelTimer(new DefaultThreadFactory("watch-deadlines", true), TICK_MILLIS, TimeUnit.MILLISECONDS);
    private final Set<Poll> polls = ConcurrentHashMap.newKeySet();
    private final AtomicInteger strangers = new AtomicInteger();

    Waiting(Watchers watchers) {
        this.watchers = watchers;
    }

    /** The challenge with this token, also if it comes into view in a moment; or nothing. */
    Mono<RecentChallenge> challenge(TokenKey token) {
        return Mono.defer(() -> watchers.find(token).map(Mono::just).orElseGet(() -> await(token)));
    }

    private Mono<RecentChallenge> await(TokenKey token) {
        if (strangers.incrementAndGet() > MOST_STRANGERS) {
            strangers.decrementAndGet();
            return Mono.error(Problem.UNAVAILABLE.because("Too many wait whose challenges are not known here yet."));
        }
        Early early = new Early();
        return Mono.<RecentChallenge>defer(() -> {
                    watchers.add(token, early);
                    if (watchers.find(token).isPresent()) {
                        early.changed(Watcher.UNRECORDED);
                    }
                    return Mono.fromFuture(within(PATIENCE, early.arrived(), () -> early.changed(Watcher.UNRECORDED)))
                            .then(Mono.defer(() -> Mono.justOrEmpty(watchers.find(token))));
                })
                .doFinally(_ -> {
                    strangers.decrementAndGet();
                    watchers.remove(token, early);
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
