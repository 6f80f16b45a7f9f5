/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import java.time.Duration;
import java.util.Random;

/** How long a page waits before it connects again: as the server wishes, jittered, and longer after each failure, as the element. */
final class Pauses {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final double LEAST_JITTER = 0.7;
    private static final double JITTER = 0.6;

    /** After more, the pause is the longest anyway. */
    private static final int MOST_DOUBLINGS = 20;

    private final Random random;
    private Duration wish = FIRST;
    private int failures;

    Pauses(Random random) {
        this.random = random;
    }

    /** The server has said how long it wants a page to wait. */
    void wish(Duration retry) {
        wish = retry;
    }

    /** Something was heard, so the next failure is the first. */
    void heard() {
        failures = 0;
    }

    /** After one more failure. */
    Duration next() {
        double jittered = wish.toMillis()
                * (double) (1L << Math.min(failures, MOST_DOUBLINGS))
                * (LEAST_JITTER + JITTER * random.nextDouble());
        failures++;
        return Duration.ofMillis(Math.min(LONGEST.toMillis(), (long) jittered));
    }
}
