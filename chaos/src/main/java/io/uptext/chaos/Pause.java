/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Lets a load play for a while. */
final class Pause {

    private Pause() {}

    static void of(Duration length) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(length.toNanos());
    }

    /** A random length between two. */
    static Duration between(Duration least, Duration most, Random random) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }
}
