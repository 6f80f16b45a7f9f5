/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How much of what was begun has not ended. */
final class Open {

    private int open;

    synchronized void begin() {
        open++;
    }

    synchronized void end() {
        open--;
        if (open == 0) {
            notifyAll();
        }
    }

    /** Whether nothing is open any more, within the limit. */
    synchronized boolean awaitNone(Duration limit) throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        while (open > 0) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
