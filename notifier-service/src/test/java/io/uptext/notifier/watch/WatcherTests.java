/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static io.uptext.notifier.watch.Story.END;
import static io.uptext.notifier.watch.Story.KEY;
import static io.uptext.notifier.watch.Story.START;
import static io.uptext.notifier.watch.Story.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import io.uptext.platform.view.ChallengeStatus;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewLog;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class WatcherTests {

    private static final WatchEvent PENDING = new WatchEvent.State(ChallengeStatus.PENDING, null, null, END, START);
    private static final WatchEvent CONFIRMED = new WatchEvent.Ended(ChallengeStatus.CONFIRMED, null, null);
    private static final Clock CLOCK = Clock.fixed(START, ZoneOffset.UTC);

    private final ChallengeView view = new ChallengeView();
    private final Watchers watchers = new Watchers(view, CLOCK);

    @Test
    void theStateComesFirstThenTheOutcomeThenTheEnd() {
        view.apply(Story.created(), KEY);
        var browser = new Browser(watchers, TOKEN.hash());
        assertThat(browser.events).containsExactly(PENDING);
        assertThat(browser.completed).isFalse();

        ViewLog.tell(view, Story.confirmed());
        assertThat(browser.events).containsExactly(PENDING, CONFIRMED);
        assertThat(browser.completed).isTrue();
    }

    /** Whoever waits says whether it is theirs; two digits are no number. */
    @Test
    void inOpenModeTheEndOfTheNumberIsToldAndInBoundModeNothingOfIt() {
        view.apply(Story.open(), KEY);
        var browser = new Browser(watchers, TOKEN.hash());
        ViewLog.tell(view, Story.confirmed());
        assertThat(browser.events)
                .containsExactly(PENDING, new WatchEvent.Ended(ChallengeStatus.CONFIRMED, null, "67"));
        var late = new Browser(watchers, TOKEN.hash());
        assertThat(late.events)
                .containsExactly(new WatchEvent.State(ChallengeStatus.CONFIRMED, null, "67", END, START));
    }

    @Test
    void aDecidedChallengeIsOneStateAndTheEnd() {
        view.apply(Story.created(), KEY);
        ViewLog.tell(view, Story.denied());
        var browser = new Browser(watchers, TOKEN.hash());
        assertThat(browser.events)
                .containsExactly(
                        new WatchEvent.State(ChallengeStatus.DENIED, DenialReason.CODE_IN_USE, null, END, START));
        assertThat(browser.completed).isTrue();
    }

    @Test
    void anAttemptIsToldAndTheChallengeGoesOn() {
        view.apply(Story.created(), KEY);
        var browser = new Browser(watchers, TOKEN.hash());
        ViewLog.tell(view, Story.wrongPhone());
        assertThat(browser.completed).isFalse();
        ViewLog.tell(view, Story.confirmed());
        assertThat(browser.events).containsExactly(PENDING, new WatchEvent.Attempt(AttemptFlaw.WRONG_PHONE), CONFIRMED);
    }

    @Test
    void onlyTheFirstOutcomeIsTold() {
        view.apply(Story.created(), KEY);
        var browser = new Browser(watchers, TOKEN.hash());
        ViewLog.tell(view, Story.confirmed());
        ViewLog.tell(view, Story.expired());
        assertThat(browser.events).containsExactly(PENDING, CONFIRMED);
    }

    @Test
    void anUnknownTokenHearsNothing() {
        byte[] other = new byte[WaitToken.BYTES];
        Arrays.fill(other, (byte) 1);
        var stranger = new Browser(watchers, WaitToken.of(other).hash());
        view.apply(Story.created(), KEY);
        ViewLog.tell(view, Story.wrongPhone());
        ViewLog.tell(view, Story.confirmed());
        assertThat(stranger.events).isEmpty();
        assertThat(stranger.completed).isFalse();
        assertThat(stranger.failure).isNull();
    }

    @Test
    void aBrowserThatIsEarlyHearsOfItsChallengeOnce() {
        var browser = new Browser(watchers, TOKEN.hash());
        assertThat(browser.events).isEmpty();
        view.apply(Story.created(), KEY);
        view.apply(Story.created(), KEY);
        assertThat(browser.events).containsExactly(PENDING);
    }

    @Test
    void anOutcomeThatIsReadBeforeItsChallengeIsInTheState() {
        var browser = new Browser(watchers, TOKEN.hash());
        ViewLog.tell(view, Story.expired());
        view.apply(Story.created(), KEY);
        assertThat(browser.events)
                .containsExactly(new WatchEvent.State(ChallengeStatus.EXPIRED, null, null, END, START));
        assertThat(browser.completed).isTrue();
    }

    /** The clock is read between the look at the state and the telling of it: whatever happens there must not be lost. */
    @Test
    void anOutcomeDuringTheLookAtTheStateIsTheState() {
        var busyView = new ChallengeView();
        busyView.apply(Story.created(), KEY);
        InstantSource interrupted = () -> {
            ViewLog.tell(busyView, Story.confirmed());
            return START;
        };
        var browser = new Browser(new Watchers(busyView, interrupted.withZone(ZoneOffset.UTC)), TOKEN.hash());
        assertThat(browser.events)
                .containsExactly(new WatchEvent.State(ChallengeStatus.CONFIRMED, null, null, END, START));
        assertThat(browser.completed).isTrue();
    }

    @Test
    void eachOfTwoBrowsersHearsEverything() {
        view.apply(Story.created(), KEY);
        var first = new Browser(watchers, TOKEN.hash());
        var second = new Browser(watchers, TOKEN.hash());
        ViewLog.tell(view, Story.confirmed());
        assertThat(first.events).containsExactly(PENDING, CONFIRMED);
        assertThat(second.events).containsExactly(PENDING, CONFIRMED);
    }

    @Test
    void theNinthBrowserOfAChallengeIsTurnedAwayUntilOneLeaves() {
        view.apply(Story.created(), KEY);
        List<Browser> eight = IntStream.range(0, 8)
                .mapToObj(_ -> new Browser(watchers, TOKEN.hash()))
                .toList();
        var ninth = new Browser(watchers, TOKEN.hash());
        assertThat(ninth.events).isEmpty();
        assertThat(ninth.failure)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(Problem.UNAVAILABLE));

        eight.getFirst().leave();
        assertThat(new Browser(watchers, TOKEN.hash()).events).containsExactly(PENDING);

        ViewLog.tell(view, Story.confirmed());
        assertThat(eight.subList(1, 8))
                .allSatisfy(browser -> assertThat(browser.events).containsExactly(PENDING, CONFIRMED));
    }

    @Test
    void aBrowserThatLeftHearsNoMore() {
        view.apply(Story.created(), KEY);
        var browser = new Browser(watchers, TOKEN.hash());
        browser.leave();
        ViewLog.tell(view, Story.confirmed());
        assertThat(browser.events).containsExactly(PENDING);
    }

    /** Keeps all that it hears. */
    private static final class Browser {

        private final List<WatchEvent> events = new ArrayList<>();
        private final Disposable connection;
        private @Nullable Throwable failure;
        private boolean completed;

        Browser(Watchers watchers, WaitTokenHash token) {
            connection = watchers.watch(token).subscribe(events::add, error -> failure = error, () -> completed = true);
        }

        void leave() {
            connection.dispose();
        }
    }
}
