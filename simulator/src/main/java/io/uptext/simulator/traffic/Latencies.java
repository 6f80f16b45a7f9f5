/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.traffic;

import java.time.Duration;
import java.util.Arrays;

/** How long answers took, counted in buckets: exact up to 127 µs, then to 1/64 of the value, in 30 KiB for any number. */
public final class Latencies {

    private static final int PRECISION = 6;
    private static final int SHIFTS = Long.SIZE - PRECISION;

    private final long[] counts = new long[SHIFTS << PRECISION];

    /** Counts one. */
    public void add(Duration latency) {
        counts[bucket(Math.max(0, latency.toNanos() / 1000))]++;
    }

    /** What so many per cent did not exceed; zero if there were none. */
    public Duration percentile(double percent) {
        long wanted = (long) Math.ceil(Arrays.stream(counts).sum() * percent / 100);
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen > 0 && seen >= wanted) {
                return Duration.ofNanos(highest(bucket) * 1000);
            }
        }
        return Duration.ZERO;
    }

    private static int bucket(long micros) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(micros) - (PRECISION + 1));
        return (shift << PRECISION) + (int) (micros >>> shift);
    }

    private static long highest(int bucket) {
        int shift = Math.max(0, (bucket >> PRECISION) - 1);
        long lowest = (long) (bucket - (shift << PRECISION)) << shift;
        return lowest + (1L << shift) - 1;
    }
}
