/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait between tries: twice as long each time, and spread out, so that many who failed together do not come back
 * together.
 *
 * @param first the longest first pause
 * @param longest no pause is longer
 */
record Backoff(Duration first, Duration longest) {

    static final Backoff USUAL = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private static final int MOST_DOUBLINGS = 20;

    /**
     * The pause after a failure.
     *
     * @param failures how many there have been, 1 or more
     * @return between a half and the whole of what is due
     */
    Duration pause(int failures, RandomGenerator random) {
        long due = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(due / 2 + random.nextLong(due / 2 + 1));
    }
}
