/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What came of a load, all of which was answered as it was to be.
 *
 * @param requests how many
 * @param nanos from the first connection to the last answer
 * @param latencies from each request to its answer, in nanoseconds
 */
public record Answered(int requests, long nanos, Histogram latencies) {

    /** Requests a second. */
    public double rate() {
        return requests * 1e9 / nanos;
    }

    /** The latency that this share of all requests did not exceed. */
    public Duration latency(double percent) {
        return Duration.ofNanos(latencies.getValueAtPercentile(percent));
    }
}
