/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import static io.uptext.chaos.promise.Histories.TOLD;
import static io.uptext.chaos.promise.Histories.attempt;
import static io.uptext.chaos.promise.Histories.connection;
import static io.uptext.chaos.promise.Histories.outcome;
import static io.uptext.chaos.promise.Histories.refusal;
import static io.uptext.chaos.promise.Histories.state;
import static io.uptext.chaos.promise.Histories.unanswered;
import static io.uptext.platform.view.ChallengeStatus.CONFIRMED;
import static io.uptext.platform.view.ChallengeStatus.DENIED;
import static io.uptext.platform.view.ChallengeStatus.EXPIRED;
import static io.uptext.platform.view.ChallengeStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.DenialReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each promise to those who wait sees what a notifier would have done that breaks it: what they are told, and when. */
class WatcherPromiseTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final SmallRun run = new SmallRun();

    @Test
    void anAudienceThatWasServedWellKeepsAllPromises() {
        Asked confirmed = run.asked(CONFIRMED);
        Asked denied = run.asked(DENIED);
        run.tell(run.rejected(confirmed.challengeId()))
                .tell(run.confirmed(confirmed))
                .tell(run.expired(confirmed.challengeId()))
                .tell(run.denied(denied.challengeId(), DenialReason.CODE_IN_USE))
                .fault(Duration.ZERO, Duration.ofSeconds(2))
                .page(
                        confirmed,
                        connection(1, -900, Closing.BROKEN, state(-800, PENDING)),
                        unanswered(1, 0),
                        connection(
                                2,
                                500,
                                Closing.BY_SERVER,
                                state(600, PENDING),
                                attempt(TOLD),
                                outcome(TOLD + 9, CONFIRMED)))
                .page(confirmed, connection(2, TOLD + 50, Closing.BY_SERVER, state(TOLD + 60, CONFIRMED)))
                .page(denied, connection(1, -900, Closing.BY_SERVER, state(-800, PENDING), refusal("code_in_use")))
                .intrusion(401)
                .intrusion(404)
                .intrusion(0);

        Judgement judgement = Judgement.of(run.evidence(), Promise.toWatchers(LIMIT));

        assertThat(judgement.isKept()).as(judgement.lines().toString()).isTrue();
        assertThat(judgement.lines()).hasSize(7);
    }

    @Test
    void aLostOutcomeIsSeen() {
        Asked lost = confirmed();
        run.page(lost, connection(1, 0, Closing.OVER, state(0, PENDING)));

        assertThat(broken(new EveryWatcherIsTold()))
                .anyMatch(way -> way.contains("the page of " + lost.challengeId()) && way.contains("never told"))
                .anyMatch(way -> way.contains("no watcher who knows"));
    }

    @Test
    void aLaterOutcomeThatIsToldForTheFirstIsSeen() {
        Asked revived = confirmed();
        run.tell(run.expired(revived.challengeId()))
                .page(revived, connection(1, 0, Closing.BY_SERVER, state(0, PENDING), outcome(TOLD, EXPIRED)));

        assertThat(broken(new EveryWatcherIsTold()))
                .singleElement()
                .asString()
                .contains("was told outcome expired", "first outcome is confirmed");
        assertThat(broken(new WatchersHearOnlyOfTheirOwn())).isEmpty();
    }

    @Test
    void anotherReasonThanTheRightOneIsSeen() {
        Asked denied = run.asked(DENIED);
        run.tell(run.denied(denied.challengeId(), DenialReason.CODE_IN_USE))
                .page(denied, connection(1, 0, Closing.BY_SERVER, state(0, PENDING), refusal("wrong_phone")));

        assertThat(broken(new EveryWatcherIsTold())).hasSize(1);
    }

    @Test
    void aChallengeThatNobodyWasToldOfIsSeen() {
        confirmed();

        assertThat(broken(new EveryWatcherIsTold())).hasSize(1);
    }

    @Test
    void anOutcomeThatComesLateIsSeenAndAFaultGivesItTime() {
        Asked late = confirmed();
        int limit = (int) LIMIT.toMillis();
        run.page(late, connection(1, 0, Closing.BY_SERVER, state(0, PENDING), outcome(TOLD + limit + 1, CONFIRMED)));

        assertThat(broken(new WatchersLearnInTime(LIMIT)))
                .singleElement()
                .asString()
                .contains("30 s after it could");

        run.fault(Duration.ofMillis(TOLD + limit), Duration.ofMillis(TOLD + limit + 1));

        assertThat(broken(new WatchersLearnInTime(LIMIT))).isEmpty();
    }

    @Test
    void aFaultThatWasLongMendedGivesNoTime() {
        Asked late = confirmed();
        run.fault(Duration.ofMillis(TOLD + 100), Duration.ofMillis(TOLD + 200))
                .page(
                        late,
                        connection(
                                1,
                                0,
                                Closing.BY_SERVER,
                                state(0, PENDING),
                                outcome(TOLD + 201 + (int) LIMIT.toMillis(), CONFIRMED)));

        assertThat(broken(new WatchersLearnInTime(LIMIT))).hasSize(1);
    }

    @Test
    void anInstanceThatTakesBackWhatItHasSaidIsSeen() {
        Asked one = confirmed();
        run.page(one, connection(1, 0, Closing.BY_SERVER, state(0, PENDING), outcome(TOLD, CONFIRMED)))
                .page(one, connection(1, TOLD + 1, Closing.BY_SERVER, state(TOLD + 2, PENDING)));

        assertThat(broken(new NothingIsTakenBack(LIMIT)))
                .singleElement()
                .asString()
                .contains("notifier 1");
    }

    @Test
    void anotherInstanceMayBeBehindButNotForLong() {
        Asked one = confirmed();
        int limit = (int) LIMIT.toMillis();
        run.page(one, connection(1, 0, Closing.BY_SERVER, state(0, PENDING), outcome(TOLD, CONFIRMED)))
                .page(one, connection(2, TOLD + limit, Closing.BY_SERVER, state(TOLD + limit, PENDING)));

        assertThat(broken(new NothingIsTakenBack(LIMIT))).isEmpty();

        run.page(one, connection(2, TOLD + limit + 1, Closing.BY_SERVER, state(TOLD + limit + 1, PENDING)));

        assertThat(broken(new NothingIsTakenBack(LIMIT))).hasSize(1);
    }

    private Asked confirmed() {
        Asked one = run.asked(CONFIRMED);
        run.tell(run.confirmed(one));
        return one;
    }

    private List<String> broken(Promise promise) {
        return promise.broken(run.evidence());
    }
}
