/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.notifier.recent.RecentChallenge;
import io.uptext.notifier.recent.RecentChallenges;
import io.uptext.notifier.recent.RecentLog;
import io.uptext.notifier.recent.TokenKey;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The outcome comes while a browser does: before it, between its being added and its look at the state, at the same time, or
 * after. Each of them hears of the end once, and then nothing more. The thread of the log and that of the connection are real.
 */
class GapTests {

    private static final int ITERATIONS = 10_000;
    private static final Clock CLOCK = Clock.fixed(Story.START, ZoneOffset.UTC);

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final ExecutorService log = Executors.newSingleThreadExecutor();
    private final RecentChallenges challenges = new RecentChallenges();

    /** When the log says it. */
    private enum Moment {
        BEFORE,
        IN_THE_GAP,
        AT_THE_SAME_TIME,
        AFTER
    }

    @AfterEach
    void endLog() {
        log.close();
    }

    @Test
    void no_outcome_is_lost_and_none_is_told_twice() {
        Interrupted watchers = new Interrupted(challenges);
        for (int i = 0; i < ITERATIONS; i++) {
            watch(watchers, i);
        }
    }

    @Test
    void looking_before_being_added_is_caught() {
        Interrupted mutant = new SnapshotFirst(challenges);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < ITERATIONS; i++) {
                        watch(mutant, i);
                    }
                })
                .isInstanceOf(AssertionError.class);
    }

    private void watch(Interrupted watchers, int iteration) {
        ChallengeId id = ChallengeId.random(random);
        byte[] bytes = new byte[WaitToken.BYTES];
        random.nextBytes(bytes);
        WaitToken token = WaitToken.of(bytes);
        Moment moment = Moment.values()[random.nextInt(Moment.values().length)];
        RecentLog.tell(challenges, Story.created(id, token));
        RecentChallenge challenge = challenges.find(TokenKey.of(token.hash())).orElseThrow();
        boolean isTried = random.nextBoolean();

        Line line = switch (moment) {
            case BEFORE -> {
                say(id, isTried).join();
                yield open(watchers, challenge, () -> {});
            }
            case IN_THE_GAP -> open(watchers, challenge, () -> say(id, isTried).join());
            case AT_THE_SAME_TIME ->
                open(watchers, challenge, () -> {
                    var _ = say(id, isTried);
                });
            case AFTER -> {
                Line open = open(watchers, challenge, () -> {});
                say(id, isTried).join();
                yield open;
            }
        };
        CompletableFuture.runAsync(() -> {}, log).join();

        String what = "seed " + seed + ", iteration " + iteration + ", " + moment + ": " + line.written();
        assertThat(line.written()).as(what).startsWith("event:state").doesNotContain("after the end");
        assertThat(line.written().split("\"confirmed\"", -1)).as(what).hasSize(2);
        assertThat(line.written().split("event:state", -1)).as(what).hasSize(2);
        assertThat(line.isClosed()).as(what).isTrue();
        assertThat(line.guests()).as(what).isZero();
        assertThat(watchers.count(challenge.token())).as(what).isZero();
    }

    private CompletableFuture<Void> say(ChallengeId id, boolean isTried) {
        return CompletableFuture.runAsync(
                () -> {
                    if (isTried) {
                        RecentLog.tell(challenges, Story.wrongPhone(id));
                    }
                    RecentLog.tell(challenges, Story.confirmed(id));
                },
                log);
    }

    private static Line open(Interrupted watchers, RecentChallenge challenge, Runnable gap) {
        watchers.gap = gap;
        return Line.open(watchers.streams, challenge);
    }

    /** Lets something happen between the two steps. */
    private static class Interrupted extends Watchers {

        final Streams streams = new Streams(
                this,
                new Retry(Duration.ofSeconds(2), Duration.ZERO, new Random()),
                new Measures(new SimpleMeterRegistry()),
                CLOCK,
                new Wheel.Pace(Duration.ofMinutes(1), Duration.ofMinutes(1)));
        Runnable gap = () -> {};

        Interrupted(RecentChallenges challenges) {
            super(challenges, CLOCK);
        }

        @Override
        void add(TokenKey token, Watcher watcher) {
            super.add(token, watcher);
            gap.run();
        }
    }

    /** The mutant: it looks first and is added second. */
    private static final class SnapshotFirst extends Interrupted {

        private WatchEvent.@Nullable State seen;

        SnapshotFirst(RecentChallenges challenges) {
            super(challenges);
        }

        @Override
        void add(TokenKey token, Watcher watcher) {
            seen = super.state(find(token).orElseThrow());
            gap.run();
            gap = () -> {};
            super.add(token, watcher);
        }

        @Override
        WatchEvent.State state(RecentChallenge challenge) {
            return seen == null ? super.state(challenge) : seen;
        }
    }
}
