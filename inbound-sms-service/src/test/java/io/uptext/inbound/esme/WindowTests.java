/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A window takes so many messages at once, holds the next ones back, and throttles once that has lasted. */
class WindowTests {

    private final FakeWork work = new FakeWork();
    private final Window window = new Window(2, work);

    @Test
    void whatFitsIsTakenAtOnceAndNothingElseIsDone() {
        offer(1, 2);

        assertThat(work.taken).containsExactly(1, 2);
        assertThat(window.underWay()).isEqualTo(2);
        assertThat(work.reading).isEmpty();
        assertThat(work.timers).isZero();
        work.store(2);
        work.store(1);
        assertThat(work.answered).containsExactly(2, 1);
        assertThat(window.underWay()).isZero();
        assertThat(work.reading).isEmpty();
    }

    @Test
    void whatDoesNotFitIsHeldInOrderAndNothingMoreIsRead() {
        offer(1, 2, 3, 4, 5);

        assertThat(work.taken).containsExactly(1, 2);
        assertThat(work.reading).containsExactly(false);
        work.store(1);
        assertThat(work.taken).containsExactly(1, 2, 3);
        assertThat(work.isReading()).isFalse();
        work.store(2);
        assertThat(work.taken).containsExactly(1, 2, 3, 4);
        assertThat(work.isReading()).isFalse();
        work.store(3);
        assertThat(work.taken).containsExactly(1, 2, 3, 4, 5);
        assertThat(work.reading).containsExactly(false, true);
        assertThat(work.isTimed()).isFalse();
        assertThat(work.throttled).isEmpty();
    }

    @Test
    void afterItsPatienceItThrottlesWhatItHoldsAndReadsOn() {
        offer(1, 2, 3, 4);
        work.timeIsUp();

        assertThat(work.throttled).containsExactly(3, 4);
        assertThat(work.reading).containsExactly(false, true);
        offer(5, 6);
        assertThat(work.throttled).as("at once from now on").containsExactly(3, 4, 5, 6);
        assertThat(work.timers).isEqualTo(1);
        assertThat(work.taken).containsExactly(1, 2);
        assertThat(window.underWay()).isEqualTo(2);
    }

    @Test
    void onceThereIsPlaceAgainMessagesAreTakenAndThenHeldAgain() {
        offer(1, 2, 3);
        work.timeIsUp();
        work.store(1);
        offer(4);
        assertThat(work.taken).containsExactly(1, 2, 4);

        offer(5);

        assertThat(work.throttled).as("patient again").containsExactly(3);
        assertThat(work.isReading()).isFalse();
        assertThat(work.isTimed()).isTrue();
        work.store(2);
        assertThat(work.taken).containsExactly(1, 2, 4, 5);
        assertThat(work.isReading()).isTrue();
    }

    @Test
    void aHundredThousandThatAreStoredAtOnceNeedNoDeepStack() {
        Window narrow = new Window(1, work);
        narrow.offer(FakeWork.message(0));
        for (int number = 1; number <= 100_000; number++) {
            narrow.offer(FakeWork.message(number));
        }
        work.atOnce = true;

        work.store(0);

        List<Integer> all = IntStream.rangeClosed(0, 100_000).boxed().toList();
        assertThat(work.taken).isEqualTo(all);
        assertThat(work.answered).isEqualTo(all);
        assertThat(narrow.underWay()).isZero();
        assertThat(work.reading).containsExactly(false, true);
    }

    @Test
    void whatIsStoredAtOnceIsAnsweredBeforeTheOfferReturns() {
        work.atOnce = true;
        offer(1);
        assertThat(work.answered).containsExactly(1);
        offer(2, 3);
        assertThat(work.answered).containsExactly(1, 2, 3);
        assertThat(work.reading).isEmpty();
    }

    @Test
    void withNothingUnderWayItIsIdleAtOnce() {
        AtomicInteger idle = new AtomicInteger();

        window.whenIdle(idle::incrementAndGet);

        assertThat(idle).hasValue(1);
        offer(1);
        work.store(1);
        assertThat(idle).as("once").hasValue(1);
    }

    @Test
    void itIsIdleOnceEverythingIsAnsweredWhatIsHeldToo() {
        List<Integer> answeredWhenIdle = new ArrayList<>();
        offer(1, 2, 3);

        window.whenIdle(() -> answeredWhenIdle.addAll(work.answered));

        work.store(1);
        work.store(2);
        assertThat(answeredWhenIdle).isEmpty();
        work.store(3);
        assertThat(answeredWhenIdle).containsExactly(1, 2, 3);
    }

    @Test
    void itIsIdleWhereWhatIsHeldIsThrottledInTheEnd() {
        AtomicInteger idle = new AtomicInteger();
        offer(1, 2, 3);
        window.whenIdle(idle::incrementAndGet);
        work.timeIsUp();
        assertThat(idle).hasValue(0);

        work.store(1);
        work.store(2);

        assertThat(idle).hasValue(1);
    }

    @Test
    void whoGivesUpWaitingGoesOnOnce() {
        AtomicInteger idle = new AtomicInteger();
        offer(1);
        window.whenIdle(idle::incrementAndGet);

        window.giveUpWaiting();
        window.giveUpWaiting();
        work.store(1);

        assertThat(idle).hasValue(1);
        window.giveUpWaiting();
        assertThat(idle).hasValue(1);
    }

    @Test
    void whatIsAbandonedNeverBegins() {
        offer(1, 2, 3, 4);

        window.abandon();

        assertThat(work.isTimed()).isFalse();
        work.store(1);
        work.store(2);
        assertThat(work.taken).containsExactly(1, 2);
        assertThat(work.throttled).isEmpty();
        assertThat(window.underWay()).isZero();
    }

    private void offer(int... numbers) {
        for (int number : numbers) {
            window.offer(FakeWork.message(number));
        }
    }
}
