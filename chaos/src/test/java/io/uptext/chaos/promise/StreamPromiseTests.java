/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import static io.uptext.chaos.promise.Histories.TOLD;
import static io.uptext.chaos.promise.Histories.attempt;
import static io.uptext.chaos.promise.Histories.connection;
import static io.uptext.chaos.promise.Histories.outcome;
import static io.uptext.chaos.promise.Histories.state;
import static io.uptext.platform.view.ChallengeStatus.CONFIRMED;
import static io.uptext.platform.view.ChallengeStatus.EXPIRED;
import static io.uptext.platform.view.ChallengeStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each promise about a stream sees what a notifier would have done that breaks it: what is on it, and for whom. */
class StreamPromiseTests {

    private final SmallRun run = new SmallRun();

    @Test
    void anEventBeforeTheStateIsSeen() {
        Asked one = confirmed();
        run.page(one, connection(1, 0, Closing.BY_SERVER, outcome(TOLD, CONFIRMED)));

        assertThat(broken(new FirstEventIsTheState())).hasSize(1);
    }

    @Test
    void aStateThatSaysNothingIsSeen() {
        Asked one = confirmed();
        run.page(one, connection(1, 0, Closing.BROKEN, new Heard(SmallRun.FAULT, "state", null, null, null)));

        assertThat(broken(new FirstEventIsTheState())).hasSize(1);
    }

    @Test
    void theStateOfAnotherChallengeIsSeenByTheEndOfItsValidity() {
        Asked one = confirmed();
        run.page(
                one,
                connection(
                        1,
                        0,
                        Closing.BROKEN,
                        new Heard(SmallRun.FAULT, "state", PENDING, null, SmallRun.EXPIRES.plusMillis(1))));

        assertThat(broken(new WatchersHearOnlyOfTheirOwn()))
                .singleElement()
                .asString()
                .contains("not of it");
    }

    @Test
    void theOutcomeOfAnotherChallengeIsSeen() {
        Asked mine = run.asked(CONFIRMED);
        Asked other = run.asked(EXPIRED);
        run.tell(run.confirmed(mine))
                .tell(run.expired(other.challengeId()))
                .page(mine, connection(1, 0, Closing.BY_SERVER, state(0, PENDING), outcome(TOLD, EXPIRED)));

        assertThat(broken(new WatchersHearOnlyOfTheirOwn())).hasSize(1);
    }

    @Test
    void anOutcomeThatWasToldBeforeItWasThereIsSeen() {
        Asked mine = confirmed();
        run.page(mine, connection(1, 0, Closing.BY_SERVER, state(0, PENDING), outcome(TOLD - 1, CONFIRMED)));

        assertThat(broken(new WatchersHearOnlyOfTheirOwn())).hasSize(1);
    }

    @Test
    void theAttemptOnAnotherChallengeIsSeen() {
        Asked mine = confirmed();
        Asked other = run.asked(EXPIRED);
        run.tell(run.rejected(other.challengeId()))
                .page(mine, connection(1, 0, Closing.BROKEN, state(0, PENDING), attempt(TOLD)));

        assertThat(broken(new WatchersHearOnlyOfTheirOwn())).hasSize(1);
    }

    @Test
    void aSecondEndAndWhateverElseFollowsTheFirstIsSeen() {
        Asked one = confirmed();
        run.page(one, connection(1, 0, Closing.BY_SERVER, state(0, CONFIRMED), outcome(TOLD, CONFIRMED)))
                .page(one, connection(1, 0, Closing.BY_SERVER, state(0, CONFIRMED), attempt(TOLD)));

        assertThat(broken(new NothingFollowsTheEnd())).hasSize(2);
    }

    @Test
    void aServerThatDoesNotCloseAfterTheEndIsSeen() {
        run.page(confirmed(), connection(1, 0, Closing.LEFT_OPEN, state(TOLD, CONFIRMED)));

        assertThat(broken(new NothingFollowsTheEnd()))
                .singleElement()
                .asString()
                .contains("did not close");
    }

    @Test
    void aStrangerWhoIsServedIsSeen() {
        run.intrusion(200).intrusion(404);

        assertThat(broken(new StrangersHearNothing()))
                .singleElement()
                .asString()
                .contains("made up token", "200");
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
