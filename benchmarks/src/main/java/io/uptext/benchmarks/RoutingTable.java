/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static io.uptext.benchmarks.WatchReport.inWords;

/** What {@link RoutingCosts} come to where many instances serve many sign-ins, with the arithmetic. */
final class RoutingTable {

    static final int INSTANCES = 20;
    static final int PER_SECOND = 10_000;

    /** A challenge of three minutes can be looked up for ten more. */
    static final int SECONDS_IN_VIEW = 780;

    private static final double HALF = 0.5;
    private static final double MICROS = 1e6;
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private final WatchReport report;
    private final RoutingCosts costs;

    RoutingTable(WatchReport report, RoutingCosts costs) {
        this.report = report;
        this.costs = costs;
    }

    void print() {
        report.note("");
        report.row("for each sign-in", "   processes, µs   Kafka, µs   Redis, µs   record bytes");
        report.row(
                "one more instance that reads all",
                inWords(
                        "%15.1f %11.1f %11s %14d   (challenge %.1f, outcome %.1f)",
                        costs.instanceMicros(),
                        costs.brokerMicros(),
                        "-",
                        costs.recordBytes(),
                        costs.challengeMicros(),
                        costs.outcomeMicros()));
        report.row(
                "routed, all that takes part",
                inWords(
                        "%15.1f %11.1f %11.1f %14d",
                        costs.routedMicros(), costs.brokerMicros(), costs.redisMicros(), costs.recordBytes()));
        report.note("");
        report.note("%d instances, %,d sign-ins a second".formatted(INSTANCES, PER_SECOND));
        double one = PER_SECOND * costs.instanceMicros() / MICROS;
        report.row(
                "every instance reads all",
                inWords(
                        "%,d/s x %.1f µs = %.2f processors of each; x %d = %.1f, and Kafka %.2f",
                        PER_SECOND,
                        costs.instanceMicros(),
                        one,
                        INSTANCES,
                        one * INSTANCES,
                        INSTANCES * PER_SECOND * costs.brokerMicros() / MICROS));
        report.row(
                "",
                inWords(
                        "%d x %,d/s x %d B = %.0f MB/s from Kafka",
                        INSTANCES,
                        PER_SECOND,
                        costs.recordBytes(),
                        INSTANCES * PER_SECOND / MEGA * costs.recordBytes()));
        report.row(
                "",
                inWords(
                        "%,d/s x %d s x %.0f B = %.1f GB of heap in each",
                        PER_SECOND,
                        SECONDS_IN_VIEW,
                        costs.viewBytes(),
                        (double) PER_SECOND * SECONDS_IN_VIEW * costs.viewBytes() / GIGA));
        report.row(
                "routed",
                inWords(
                        "%,d/s x %.1f µs = %.2f processors in all, of which Redis %.2f",
                        PER_SECOND,
                        costs.routedInAll(),
                        PER_SECOND * costs.routedInAll() / MICROS,
                        PER_SECOND * costs.redisMicros() / MICROS));
        report.row(
                "",
                inWords(
                        "%,d/s x %d s x %.0f B = %.1f GB of Redis",
                        PER_SECOND,
                        SECONDS_IN_VIEW,
                        costs.redisBytes(),
                        (double) PER_SECOND * SECONDS_IN_VIEW * costs.redisBytes() / GIGA));
        report.row("as much processor time in all", inWords("at %.1f instances, at any rate", costs.evenAt()));
        report.row(
                "reading takes half a processor",
                inWords("at %,.0f sign-ins a second, however many instances", HALF * MICROS / costs.instanceMicros()));
        report.row(
                "the view takes 2 GB",
                inWords("at %,.0f sign-ins a second", 2 * GIGA / (SECONDS_IN_VIEW * costs.viewBytes())));
        report.row(
                "one reading thread is full",
                inWords("at %,.0f sign-ins a second, however many instances", MICROS / costs.instanceMicros()));
    }
}
