/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a load for a while.
 *
 * @param statuses how many answers there were of each status, with {@link Pressure#BROKEN} for a connection that broke
 * @param longestNanos from a request to its answer at most
 */
public record Tally(Map<Integer, Long> statuses, long longestNanos) {

    /** Nothing yet. */
    public static final Tally NONE = new Tally(Map.of(), 0);

    public Tally {
        statuses = Map.copyOf(statuses);
    }

    /** Both together. */
    public Tally plus(Tally other) {
        Map<Integer, Long> sum = new HashMap<>(statuses);
        other.statuses.forEach((status, count) -> sum.merge(status, count, Long::sum));
        return new Tally(sum, Math.max(longestNanos, other.longestNanos));
    }

    /** How many were answered so. */
    public long of(int status) {
        return statuses.getOrDefault(status, 0L);
    }

    /** Whether there were answers, and all were this. */
    public boolean isOnly(int status) {
        return statuses.keySet().equals(Set.of(status));
    }

    /** How much of all is this, 0 to 1. */
    public double share(int status) {
        long all = statuses.values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? 0 : (double) of(status) / all;
    }

    /** How long the slowest took. */
    public Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    /** {@code 123 × 200, 4 × 503}. */
    public String inWords() {
        return statuses.isEmpty()
                ? "no answer"
                : new TreeMap<>(statuses)
                        .entrySet().stream()
                                .map(each -> each.getValue() + " × "
                                        + (each.getKey() == Pressure.BROKEN ? "broken connection" : each.getKey()))
                                .collect(Collectors.joining(", "));
    }
}
