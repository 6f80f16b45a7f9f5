/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.notifier.recent.RecentChallenge;
import io.uptext.notifier.recent.RecentChallenges;
import io.uptext.notifier.recent.RecentLog;
import io.uptext.notifier.recent.TokenKey;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a stream says, and when it ends. */
class WatcherTests {

    private static final String TIMES =
            "\"expiresAt\":\"2026-11-24T08:03:00.000Z\",\"now\":\"2026-11-24T08:00:00.000Z\"}\n\n";
    private static final String PENDING = "event:state\nretry:2000\ndata:{\"status\":\"pending\"," + TIMES;
    private static final String CONFIRMED = "event:outcome\ndata:{\"status\":\"confirmed\"}\n\n";
    private static final String ATTEMPT = "event:attempt\ndata:{\"flaw\":\"wrong_phone\"}\n\n";

    private final RecentChallenges challenges = new RecentChallenges();
    private final Streams streams = streams(Clock.fixed(Story.START, ZoneOffset.UTC));

    private Streams streams(Clock clock) {
        return new Streams(
                new Watchers(challenges, clock),
                new Retry(Duration.ofSeconds(2), Duration.ZERO, new Random()),
                new Measures(new SimpleMeterRegistry()),
                clock,
                new Wheel.Pace(Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    @Test
    void the_state_comes_first_then_the_outcome_then_the_end() {
        RecentLog.tell(challenges, Story.created());
        Line browser = open();
        assertThat(browser.written()).isEqualTo(PENDING);
        assertThat(browser.isClosed()).isFalse();

        RecentLog.tell(challenges, Story.confirmed());
        assertThat(browser.written()).isEqualTo(PENDING + CONFIRMED);
        assertThat(browser.isClosed()).isTrue();
    }

    /** Whoever waits says whether it is theirs; two digits are no number. */
    @Test
    void in_open_mode_the_end_of_the_number_is_told_and_in_bound_mode_nothing_of_it() {
        RecentLog.tell(challenges, Story.open());
        Line browser = open();
        RecentLog.tell(challenges, Story.confirmed());
        assertThat(browser.written()).endsWith("data:{\"status\":\"confirmed\",\"numberEnding\":\"67\"}\n\n");
        assertThat(open().written())
                .isEqualTo("event:state\nretry:2000\ndata:{\"status\":\"confirmed\",\"numberEnding\":\"67\"," + TIMES);
    }

    @Test
    void a_decided_challenge_is_one_state_and_the_end() {
        RecentLog.tell(challenges, Story.created());
        RecentLog.tell(challenges, Story.denied());
        Line browser = open();
        assertThat(browser.written())
                .isEqualTo("event:state\nretry:2000\ndata:{\"status\":\"denied\",\"reason\":\"code_in_use\"," + TIMES);
        assertThat(browser.isClosed()).isTrue();
    }

    @Test
    void an_attempt_is_told_and_the_challenge_goes_on() {
        RecentLog.tell(challenges, Story.created());
        Line browser = open();
        RecentLog.tell(challenges, Story.wrongPhone());
        assertThat(browser.isClosed()).isFalse();
        RecentLog.tell(challenges, Story.confirmed());
        assertThat(browser.written()).isEqualTo(PENDING + ATTEMPT + CONFIRMED);
    }

    @Test
    void only_the_first_outcome_is_told() {
        RecentLog.tell(challenges, Story.created());
        Line browser = open();
        RecentLog.tell(challenges, Story.confirmed());
        RecentLog.tell(challenges, Story.expired());
        assertThat(browser.written()).isEqualTo(PENDING + CONFIRMED);
    }

    @Test
    void an_outcome_that_is_read_before_its_challenge_is_in_the_state() {
        RecentLog.tell(challenges, Story.expired());
        RecentLog.tell(challenges, Story.created());
        Line browser = open();
        assertThat(browser.written()).startsWith("event:state\nretry:2000\ndata:{\"status\":\"expired\"");
        assertThat(browser.isClosed()).isTrue();
    }

    /** The clock is read just before the look at the state. */
    @Test
    void an_outcome_during_the_look_at_the_state_is_the_state() {
        RecentLog.tell(challenges, Story.created());
        InstantSource interrupted = () -> {
            RecentLog.tell(challenges, Story.confirmed());
            return Story.START;
        };
        Line browser = Line.open(streams(interrupted.withZone(ZoneOffset.UTC)), challenge());
        assertThat(browser.written()).startsWith("event:state\nretry:2000\ndata:{\"status\":\"confirmed\"");
        assertThat(browser.written()).containsOnlyOnce("event:");
        assertThat(browser.isClosed()).isTrue();
    }

    @Test
    void nothing_of_one_challenge_is_told_to_the_browser_of_another() {
        byte[] bytes = new byte[WaitToken.BYTES];
        Arrays.fill(bytes, (byte) 1);
        RecentLog.tell(challenges, Story.created());
        RecentLog.tell(challenges, Story.another(WaitToken.of(bytes)));
        Line other = greeted(Line.open(
                streams,
                challenges.find(TokenKey.of(WaitToken.of(bytes).hash())).orElseThrow()));
        RecentLog.tell(challenges, Story.wrongPhone());
        RecentLog.tell(challenges, Story.confirmed());
        assertThat(other.written()).isEqualTo(PENDING);
        assertThat(other.isClosed()).isFalse();
    }

    @Test
    void each_of_two_browsers_hears_everything() {
        RecentLog.tell(challenges, Story.created());
        Line first = open();
        Line second = open();
        RecentLog.tell(challenges, Story.confirmed());
        assertThat(first.written()).isEqualTo(PENDING + CONFIRMED);
        assertThat(second.written()).isEqualTo(PENDING + CONFIRMED);
    }

    @Test
    void the_ninth_browser_of_a_challenge_is_turned_away_until_one_leaves() {
        RecentLog.tell(challenges, Story.created());
        List<Line> eight = IntStream.range(0, 8).mapToObj(_ -> open()).toList();
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(Problem.UNAVAILABLE));

        eight.getFirst().leave();
        assertThat(eight.getFirst().guests()).isZero();
        assertThat(open().written()).isEqualTo(PENDING);

        RecentLog.tell(challenges, Story.confirmed());
        assertThat(eight.subList(1, 8))
                .allSatisfy(browser -> assertThat(browser.written()).isEqualTo(PENDING + CONFIRMED));
    }

    @Test
    void a_browser_that_left_hears_no_more() {
        RecentLog.tell(challenges, Story.created());
        Line browser = open();
        browser.leave();
        RecentLog.tell(challenges, Story.confirmed());
        assertThat(browser.written()).isEqualTo(PENDING);
    }

    private Line open() {
        return greeted(Line.open(streams, challenge()));
    }

    /** Once it has been told where its challenge stands. */
    private static Line greeted(Line line) {
        assertThat(line.written()).startsWith("event:state");
        return line;
    }

    private RecentChallenge challenge() {
        return challenges.find(TokenKey.of(Story.TOKEN.hash())).orElseThrow();
    }
}
