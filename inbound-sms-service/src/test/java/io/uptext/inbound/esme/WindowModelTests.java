/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order, a window loses nothing, keeps order, and never takes more than fits. */
class WindowModelTests {

    private static final int RUNS = 500;
    private static final int STEPS = 400;

    private final long seed = Long.getLong("uptext.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @Test
    void whateverHappensItKeepsItsPromises() {
        for (int run = 0; run < RUNS; run++) {
            new Run("run " + run + ", to see it again: -Duptext.seed=" + seed, random.nextInt(1, 6)).go();
        }
    }

    private final class Run {

        private final String what;
        private final int size;
        private final FakeWork work = new FakeWork();
        private final Window window;
        private final AtomicInteger idle = new AtomicInteger();
        private int offered;
        private boolean mayThrottle;

        private Run(String what, int size) {
            this.what = what;
            this.size = size;
            this.window = new Window(size, work);
        }

        private void go() {
            for (int step = 0; step < STEPS; step++) {
                step();
                check();
            }
            window.whenIdle(idle::incrementAndGet);
            work.atOnce = true;
            while (!work.underWay.isEmpty()) {
                assertThat(idle).as(what).hasValue(0);
                storeAny();
                check();
            }
            assertThat(idle).as(what).hasValue(1);
            assertThat(work.taken.size() + work.throttled.size()).as(what).isEqualTo(offered);
            assertThat(work.answered).as(what).containsExactlyInAnyOrderElementsOf(work.taken);
        }

        private void step() {
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> offer();
                case 4, 5 -> storeAny();
                case 6 -> timeIsUp();
                case 7 -> work.atOnce = random.nextInt(4) == 0;
                default -> throw new AssertionError();
            }
        }

        private void offer() {
            int throttled = work.throttled.size();
            boolean wasFull = work.underWay.size() == size;
            window.offer(FakeWork.message(offered++));
            if (work.throttled.size() > throttled) {
                assertThat(wasFull && mayThrottle).as(what).isTrue();
                assertThat(work.throttled.getLast()).as(what).isEqualTo(offered - 1);
            } else {
                assertThat(wasFull && mayThrottle).as(what).isFalse();
            }
            mayThrottle &= work.throttled.size() > throttled;
        }

        private void storeAny() {
            if (!work.underWay.isEmpty()) {
                int taken = work.taken.size();
                work.store(List.copyOf(work.underWay.keySet()).get(random.nextInt(work.underWay.size())));
                mayThrottle &= work.taken.size() == taken;
            }
        }

        private void timeIsUp() {
            if (work.isTimed()) {
                int held = held();
                int throttled = work.throttled.size();
                work.timeIsUp();
                assertThat(work.throttled.size() - throttled).as(what).isEqualTo(held);
                mayThrottle = true;
            }
        }

        private int held() {
            return offered - work.taken.size() - work.throttled.size();
        }

        private void check() {
            assertThat(window.underWay())
                    .as(what)
                    .isEqualTo(work.underWay.size())
                    .isLessThanOrEqualTo(size);
            assertThat(work.taken).as(what).isSorted();
            assertThat(work.throttled).as(what).isSorted();
            assertThat(work.isReading()).as(what).isEqualTo(held() == 0);
            assertThat(work.isTimed()).as(what).isEqualTo(held() > 0);
            if (held() > 0) {
                assertThat(window.underWay()).as(what).isEqualTo(size);
            }
            List<Integer> seen = new ArrayList<>(work.taken);
            seen.addAll(work.throttled);
            Set<Integer> different = new HashSet<>(seen);
            assertThat(different).as(what).hasSameSizeAs(seen);
        }
    }
}
