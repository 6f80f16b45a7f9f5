/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.miss;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many misses a destination has had, counted by slices of time. */
final class DestinationMisses {

    private static final long SLICES = 60;

    private final NavigableMap<Long, Integer> slices = new TreeMap<>();
    private final long sliceMillis;

    DestinationMisses(Duration within) {
        this.sliceMillis = Math.max(1, within.toMillis() / SLICES);
    }

    void add(Instant receivedAt) {
        slices.merge(slice(receivedAt), 1, Integer::sum);
        while (slices.size() > SLICES + 1) {
            slices.pollFirstEntry();
        }
    }

    /** How many there were in the time before {@code instant}. */
    int before(Instant instant) {
        long now = slice(instant);
        return slices.subMap(now - SLICES, false, now, true).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private long slice(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli(), sliceMillis);
    }
}
