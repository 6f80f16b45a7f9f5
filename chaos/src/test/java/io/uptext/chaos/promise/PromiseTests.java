/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import static io.uptext.platform.view.ChallengeStatus.CANCELLED;
import static io.uptext.platform.view.ChallengeStatus.CONFIRMED;
import static io.uptext.platform.view.ChallengeStatus.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each promise sees what breaks it: one that stays green on a broken log proves nothing. */
class PromiseTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final SmallRun run = new SmallRun();

    @Test
    void aRunInWhichNothingIsWrongKeepsAllPromises() {
        Asked confirmed = run.asked(CONFIRMED);
        Asked expired = run.asked(EXPIRED);
        Asked cancelled = run.asked(CANCELLED, EXPIRED);
        run.tell(run.rejected(confirmed.challengeId()))
                .tell(run.confirmed(confirmed))
                .tell(run.expired(expired.challengeId()))
                .tell(run.cancelled(cancelled.challengeId()))
                .tell(run.confirmed(confirmed))
                .read(confirmed.challengeId(), CONFIRMED)
                .read(expired.challengeId(), EXPIRED);

        Judgement judgement = Judgement.of(run.evidence(), Promise.all(LIMIT));

        assertThat(judgement.isKept()).as(judgement.lines().toString()).isTrue();
        assertThat(judgement.lines()).hasSize(7).allMatch(line -> line.startsWith("  kept"));
    }

    @Test
    void aChallengeWithoutAnOutcomeIsSeen() {
        Asked forgotten = run.asked(EXPIRED);
        run.tell(run.rejected(forgotten.challengeId()));

        assertThat(new EveryChallengeEndsOnce().broken(run.evidence()))
                .singleElement()
                .asString()
                .contains(forgotten.challengeId().value(), "TESTED", "no outcome");
    }

    @Test
    void anOutcomeOfAChallengeThatNobodyAskedIsSeen() {
        run.tell(run.expired(run.challenge()));

        assertThat(new EveryChallengeEndsOnce().broken(run.evidence())).hasSize(1);
    }

    @Test
    void anOutcomeThatTheLoadRulesOutIsSeen() {
        Asked neverTexted = run.asked(EXPIRED, CANCELLED);
        run.tell(run.confirmed(neverTexted));

        assertThat(new EndsAsExpected().broken(run.evidence()))
                .singleElement()
                .asString()
                .contains("is confirmed and not [cancelled, expired]", "partition 0 offset 0");
    }

    @Test
    void onlyTheFirstOutcomeIsExpected() {
        Asked revived = run.asked(CONFIRMED);
        run.tell(run.confirmed(revived))
                .tell(run.expired(revived.challengeId()))
                .read(revived.challengeId(), CONFIRMED);

        assertThat(Judgement.of(run.evidence(), Promise.all(LIMIT)).isKept()).isTrue();
    }

    @Test
    void aLaterOutcomeThatAReaderTakesForTheDecisionIsSeen() {
        Asked revived = run.asked(CONFIRMED);
        run.tell(run.confirmed(revived))
                .tell(run.expired(revived.challengeId()))
                .read(revived.challengeId(), EXPIRED);

        assertThat(new NoSecondEffectiveOutcome().broken(run.evidence()))
                .singleElement()
                .asString()
                .contains("is expired to a reader, and its first outcome confirmed");
    }

    @Test
    void outcomesOfAChallengeInTwoPartitionsAreSeen() {
        Asked torn = run.asked(CONFIRMED);
        run.tell(run.confirmed(torn))
                .tell(run.confirmed(torn), LIMIT, 1, torn.challengeId().value());

        assertThat(new NoSecondEffectiveOutcome().broken(run.evidence()))
                .singleElement()
                .asString()
                .contains("several partitions");
    }

    @Test
    void anOutcomeWithAnotherKeyIsSeen() {
        Asked one = run.asked(CONFIRMED);
        run.tell(run.confirmed(one), LIMIT, 0, "another key");

        assertThat(new NoSecondEffectiveOutcome().broken(run.evidence()))
                .singleElement()
                .asString()
                .contains("not keyed by its id");
    }

    @Test
    void aConfirmationByAMessageThatWasNotForItIsSeen() {
        Asked one = run.asked(CONFIRMED);
        run.tell(run.confirmed(one, run.message(), SmallRun.PHONE));

        assertThat(new ConfirmationNamesOneMessage().broken(run.evidence())).hasSize(1);
    }

    @Test
    void aConfirmationOfAnotherNumberIsSeenAndTheNumberIsNotRepeated() {
        Asked one = run.asked(CONFIRMED);
        run.tell(run.confirmed(one, one.answers().iterator().next(), SmallRun.OTHER_PHONE));

        assertThat(new ConfirmationNamesOneMessage().broken(run.evidence()))
                .singleElement()
                .asString()
                .contains("another number")
                .doesNotContain(SmallRun.PHONE.digits(), SmallRun.OTHER_PHONE.digits());
    }

    @Test
    void aMessageThatConfirmsTwoChallengesIsSeen() {
        Asked one = run.asked(CONFIRMED);
        Asked other = run.asked(CONFIRMED);
        run.tell(run.confirmed(one))
                .tell(run.confirmed(other, one.answers().iterator().next(), SmallRun.PHONE));

        assertThat(new ConfirmationNamesOneMessage().broken(run.evidence()))
                .anyMatch(way -> way.contains(one.challengeId() + " and " + other.challengeId()));
    }

    @Test
    void aGoodRecordAmongTheDeadLettersIsSeen() {
        assertThat(new NothingIsDeadLettered().broken(run.deadLetter().evidence()))
                .hasSize(1);
    }

    @Test
    void aCanaryInALogIsSeenAndNotRepeated(@TempDir Path folder) throws Exception {
        Path clean = Files.writeString(folder.resolve("clean.log"), "number 99900000000 is shorter\n");
        Path leaking =
                Files.writeString(folder.resolve("leaking.log"), "a line\nfrom=+999000000001,\n\u00e9 7KQ4M2XHC");
        SmallRun logged = new SmallRun(Set.of(SmallRun.PHONE.digits(), "7KQ4M2XHC"), List.of(clean, leaking));

        assertThat(new NothingTouchedByCanary().broken(logged.evidence()))
                .containsExactly("a canary is in line 2 of " + leaking, "a canary is in line 3 of " + leaking);
    }

    @Test
    void aSignInThatTheFaultHeldUpForLongerThanTheLimitIsSeen() {
        Asked slow = run.asked(CONFIRMED);
        Asked quick = run.asked(CONFIRMED);
        run.tell(run.confirmed(slow), LIMIT.plusMillis(1), 0, slow.challengeId().value())
                .tell(run.confirmed(quick), LIMIT, 0, quick.challengeId().value());

        assertThat(new BackInTime(LIMIT).broken(run.evidence()))
                .singleElement()
                .asString()
                .contains(slow.challengeId().value(), "after 30 s");
    }

    @Test
    void aSignInHasTimeFromWhenItsTextIsThere() {
        Duration texted = Duration.ofSeconds(20);
        Asked inTime = run.askedAndTexted(texted);
        Asked late = run.askedAndTexted(texted);
        run.tell(
                        run.confirmed(inTime),
                        texted.plus(LIMIT),
                        0,
                        inTime.challengeId().value())
                .tell(
                        run.confirmed(late),
                        texted.plus(LIMIT).plusMillis(1),
                        0,
                        late.challengeId().value());

        assertThat(new BackInTime(LIMIT).broken(run.evidence()))
                .singleElement()
                .asString()
                .contains(late.challengeId().value());
    }

    @Test
    void aSignInThatNeverCameBackIsNotBackInTime() {
        run.asked(CONFIRMED);

        assertThat(new BackInTime(LIMIT).broken(run.evidence())).hasSize(1);
    }

    @Test
    void aJudgementNamesThePromiseAndTheFirstOfManyWaysInWhichItWasBroken() {
        for (int i = 0; i < 12; i++) {
            run.asked(EXPIRED);
        }

        Judgement judgement = Judgement.of(run.evidence(), Promise.all(LIMIT));

        assertThat(judgement.isKept()).isFalse();
        assertThat(judgement.lines())
                .first()
                .asString()
                .startsWith("  BROKEN  Every challenge ends")
                .endsWith("12 times");
        assertThat(judgement.lines())
                .filteredOn(line -> line.contains("no outcome"))
                .hasSize(10);
        assertThat(judgement.lines()).contains("            and 2 more");
    }
}
