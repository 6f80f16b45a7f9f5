/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When a browser comes again: each at another time, so that those whom one instance has lost do not all come at once. */
final class Retry {

    private final long least;
    private final long spread;
    private final RandomGenerator random;

    /**
     * From {@code least} to {@code least} and {@code spread}.
     *
     * @param random used by several threads at a time
     */
    Retry(Duration least, Duration spread, RandomGenerator random) {
        this.least = least.toMillis();
        this.spread = spread.toMillis();
        this.random = random;
    }

    /** In milliseconds. */
    long millis() {
        return least + random.nextLong(spread + 1);
    }
}
