/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import java.time.Duration;
import java.util.Random;

/** How long a page waits before it connects again: as the server wishes, jittered, and longer after each failure, as the element. */
final class Pauses {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST_TOLD = Duration.ofSeconds(60);
    private static final double TOLD_JITTER = 0.5;
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

    /**
     * After one more failure.
     *
     * @param told how long the answer has said at least
     */
    Duration next(Duration told) {
        double jittered = wish.toMillis()
                * (double) (1L << Math.min(failures, MOST_DOUBLINGS))
                * (LEAST_JITTER + JITTER * random.nextDouble());
        failures++;
        long ours = Math.min(LONGEST.toMillis(), (long) jittered);
        double theirs = Math.min(LONGEST_TOLD.toMillis(), told.toMillis()) * (1 + TOLD_JITTER * random.nextDouble());
        return Duration.ofMillis(Math.max(ours, (long) theirs));
    }
}
