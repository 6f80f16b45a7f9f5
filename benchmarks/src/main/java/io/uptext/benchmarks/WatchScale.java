/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How large a run of {@link WatchBenchmark} is.
 *
 * @param warmUp rounds that do not count, where code has to be compiled first
 * @param rounds those that do
 * @param watchers who wait at one process
 * @param processes how many such processes there are in the end
 * @param each browsers that are told at the same moment, and whose memory is measured
 * @param few idle watchers beside which many are measured
 * @param paced outcomes a second for the latencies
 * @param seconds how long each of these lasts at most
 * @param most outcomes of one pace
 * @param journeys whole sign-ins a second
 * @param calm for how long heartbeats are watched
 * @param routed sign-ins a second that every instance reads
 * @param jvm more options for each contender
 */
record WatchScale(
        int warmUp,
        int rounds,
        int watchers,
        int processes,
        int each,
        int few,
        List<Integer> paced,
        int seconds,
        int most,
        int journeys,
        Duration calm,
        int routed,
        List<String> jvm) {

    /** A browser connects in a millisecond or two; this is far more. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Event loops as many as processors, as the bare holder on Netty has them. */
    private static final List<String> HOLDER = List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-Dreactor.netty.ioWorkerCount=" + Runtime.getRuntime().availableProcessors());

    WatchScale {
        paced = List.copyOf(paced);
        jvm = List.copyOf(jvm);
    }

    /** Options of whoever holds browsers, and some more. */
    List<String> holderJvm(String... more) {
        return Stream.of(HOLDER.stream(), jvm.stream(), Stream.of(more))
                .flatMap(each -> each)
                .toList();
    }

    /** How many outcomes there are at a pace. */
    int outcomesAt(int pace) {
        return Math.min(most, pace * seconds);
    }

    Duration patience() {
        return PATIENCE;
    }
}
