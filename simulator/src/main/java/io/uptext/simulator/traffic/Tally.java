/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.traffic;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts while requests are under way, on whatever thread. */
final class Tally {

    private final SortedMap<Integer, Long> answers = new TreeMap<>();
    private final SortedMap<Failure, Long> failures = new TreeMap<>();
    private final Latencies latencies = new Latencies();
    private long sent;

    synchronized void sent() {
        sent++;
    }

    synchronized void answered(int status, Duration latency) {
        answers.merge(status, 1L, Long::sum);
        latencies.add(latency);
    }

    synchronized void failed(Failure failure) {
        failures.merge(failure, 1L, Long::sum);
    }

    synchronized Results results(Duration took) {
        return new Results(
                sent,
                Collections.unmodifiableSortedMap(new TreeMap<>(answers)),
                Collections.unmodifiableSortedMap(new TreeMap<>(failures)),
                took,
                latencies.percentile(50),
                latencies.percentile(99));
    }
}
