/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import io.uptext.simulator.traffic.Latencies;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts for {@link SmscStatistics}, on whatever thread. */
final class Counters {

    final LongAdder delivered = new LongAdder();
    final LongAdder redelivered = new LongAdder();
    final LongAdder cuts = new LongAdder();
    final LongAdder binds = new LongAdder();
    final LongAdder bindsRefused = new LongAdder();
    final LongAdder linksLost = new LongAdder();

    private final SortedMap<Integer, Long> answers = new TreeMap<>();
    private final Latencies latencies = new Latencies();

    synchronized void answered(int status, long nanos) {
        answers.merge(status, 1L, Long::sum);
        latencies.add(Duration.ofNanos(nanos));
    }

    synchronized SmscStatistics statistics() {
        return new SmscStatistics(
                delivered.sum(),
                Collections.unmodifiableSortedMap(new TreeMap<>(answers)),
                redelivered.sum(),
                cuts.sum(),
                binds.sum(),
                bindsRefused.sum(),
                latencies.percentile(50),
                latencies.percentile(99));
    }
}
