/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time in which a container's threads fail again and again, for the log: a line when it begins, a line when it is over,
 * and none between. What comes and goes within seconds is told once.
 */
final class Outage {

    /** Longer than the longest pause between two attempts. */
    static final Duration QUIET = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(ErrorPolicy.class);

    private final String container;
    private final LongSupplier nanoTime;
    private final Map<Thread, Failure> failing = new HashMap<>();
    private long begunAt;
    private boolean isTold;
    private long toldAt;

    /** What a thread has failed at. */
    record Failure(int attempts, long at) {}

    Outage(String container, LongSupplier nanoTime) {
        this.container = container;
        this.nanoTime = nanoTime;
        this.toldAt = nanoTime.getAsLong() - QUIET.toNanos();
    }

    /** The calling thread has failed, once more. */
    synchronized Failure failed(Exception failure) {
        long now = nanoTime.getAsLong();
        if (failing.isEmpty()) {
            begunAt = now;
            isTold = false;
        }
        Failure before = failing.getOrDefault(Thread.currentThread(), new Failure(0, now));
        Failure latest = new Failure(before.attempts() + 1, now);
        failing.put(Thread.currentThread(), latest);
        if (!isTold && now - toldAt >= QUIET.toNanos()) {
            isTold = true;
            toldAt = now;
            log.warn(
                    "{}: {}. It is tried again until it works, nothing is skipped", container, Description.of(failure));
        }
        return latest;
    }

    /** The thread does what it failed at; or it has ended, and nobody knows. */
    synchronized void over(Thread thread, boolean works) {
        if (failing.remove(thread) != null && failing.isEmpty() && isTold && works) {
            toldAt = nanoTime.getAsLong();
            log.info(
                    "{}: it works again, after {} seconds",
                    container,
                    Duration.ofNanos(toldAt - begunAt).toSeconds());
        }
    }

    /** As {@link #over}, if the thread has not failed again since. */
    synchronized void overUnlessAgain(Thread thread, Failure since, boolean works) {
        if (since.equals(failing.get(thread))) {
            over(thread, works);
        }
    }
}
