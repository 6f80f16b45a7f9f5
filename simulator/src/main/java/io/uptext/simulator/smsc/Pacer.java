/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Spreads messages over time. What is less than a millisecond early goes at once. */
final class Pacer {

    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(1);

    private final long interval;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    Pacer(double perSecond) {
        interval = (long) (1e9 / perSecond);
    }

    boolean isLimited() {
        return interval > 0;
    }

    /** A message was sent: tells how long the next one has to wait, in nanoseconds. */
    long pause() {
        long now = System.nanoTime();
        long due = next.updateAndGet(last -> Math.max(last - now, 0) + now + interval);
        return due - now > GLANCE ? due - now : 0;
    }
}
