/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.traffic;

import java.time.Duration;

/**
 * How much is sent. What is reached first ends it.
 *
 * @param count the most requests, at least 1
 * @param perSecond how many become due each second, above 0; {@link #UNPACED} for the next one as soon as there is room
 * @param lasting how long requests are sent, above 0 and at most {@link #FOREVER}
 * @param concurrency the most requests that wait for an answer at a time, 1 to 10,000; what is due then waits for room
 */
public record Load(long count, double perSecond, Duration lasting, int concurrency) {

    /** As many as go through. */
    public static final double UNPACED = Double.POSITIVE_INFINITY;

    /** No end by count. */
    public static final long ENDLESS = Long.MAX_VALUE;

    /** No end by time: ten years. */
    public static final Duration FOREVER = Duration.ofDays(3650);

    private static final int MOST_AT_A_TIME = 10_000;

    public Load {
        if (count < 1) {
            throw new IllegalArgumentException("a count is at least 1");
        }
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate is above 0");
        }
        if (!lasting.isPositive() || lasting.compareTo(FOREVER) > 0) {
            throw new IllegalArgumentException("a load lasts above 0 and at most ten years");
        }
        if (concurrency < 1 || concurrency > MOST_AT_A_TIME) {
            throw new IllegalArgumentException("concurrency is 1 to 10,000");
        }
    }

    /** So many, as fast as they go through. */
    public static Load of(long count, int concurrency) {
        return new Load(count, UNPACED, FOREVER, concurrency);
    }

    /** Whether requests become due one after the other. */
    public boolean isPaced() {
        return perSecond != UNPACED;
    }

    /** When a request is due, in nanoseconds after the start. */
    public long due(long number) {
        return isPaced() ? (long) (number / perSecond * 1e9) : 0;
    }
}
