/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static io.uptext.benchmarks.WatchReport.inWords;

import io.uptext.benchmarks.watch.Holder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a million watchers would take, computed from what some thousands have taken in the same run. */
final class WatchMillion {

    private static final int MILLION = 1_000_000;
    private static final int HEARTBEAT_SECONDS = 15;

    /** How long a person takes to text. */
    private static final int WAIT_SECONDS = 30;

    /** When all of them lose their connections and come again within so long. */
    private static final int STORM_SECONDS = 60;

    private static final double MICROS = 1e6;
    private static final double GIGA = 1e9;

    private final WatchReport report;
    private final WatchScale scale;

    WatchMillion(WatchReport report, WatchScale scale) {
        this.report = report;
        this.scale = scale;
    }

    /** Of what was measured; without the costs of routing, what each instance reads is left out. */
    void print(Map<Holder, Medians<WatchMemory.Turn>> memory, WatchHeld.Costs costs, @Nullable RoutingCosts routing) {
        @Nullable Medians<WatchMemory.Turn> ours = memory.get(Holder.NOTIFIER);
        if (ours == null) {
            return;
        }
        int processes = (MILLION + scale.watchers() - 1) / scale.watchers();
        double each = ours.of(WatchMemory.Turn::ofBrowser);
        double base = ours.of(WatchMemory.Turn::base);
        double kernel = ours.of(WatchMemory.Turn::kernelEach);
        int perSecond = MILLION / WAIT_SECONDS;
        report.part("1,000,000 watchers, computed");
        report.row(
                "processes",
                inWords("1,000,000 / %,d = %d, for the files a process may open", scale.watchers(), processes));
        report.row("memory of the watchers", inWords("1,000,000 x %.0f B = %.1f GB", each, MILLION * each / GIGA));
        report.row(
                "memory of the processes",
                inWords("%d x %.0f MB = %.1f GB before anybody comes", processes, base / 1e6, processes * base / GIGA));
        report.row("memory of the kernel", inWords("1,000,000 x %.0f B = %.1f GB", kernel, MILLION * kernel / GIGA));
        report.row(
                "heartbeats",
                inWords(
                        "1,000,000 / %d s x %.1f µs = %.2f processors",
                        HEARTBEAT_SECONDS,
                        costs.heartbeatMicros(),
                        MILLION * costs.heartbeatMicros() / HEARTBEAT_SECONDS / MICROS));
        report.row(
                "coming, each waiting %d s".formatted(WAIT_SECONDS),
                inWords(
                        "%,d/s x %.0f µs = %.1f processors",
                        perSecond, costs.connectMicros(), perSecond * costs.connectMicros() / MICROS));
        report.row(
                "all come again within %d s".formatted(STORM_SECONDS),
                inWords(
                        "1,000,000 / %d s x %.0f µs = %.1f processors",
                        STORM_SECONDS,
                        costs.connectMicros(),
                        MILLION * costs.connectMicros() / STORM_SECONDS / MICROS));
        if (routing != null) {
            double reading = perSecond * routing.instanceMicros() / MICROS;
            report.row(
                    "every process reads all of it",
                    inWords(
                            "%,d/s x %.1f µs = %.2f processors of each, %.1f of all",
                            perSecond, routing.instanceMicros(), reading, reading * processes));
            double view = (double) perSecond * RoutingTable.SECONDS_IN_VIEW * routing.viewBytes() / GIGA;
            report.row(
                    "and knows all of it",
                    inWords(
                            "%,d/s x %d s x %.0f B = %.1f GB of each",
                            perSecond, RoutingTable.SECONDS_IN_VIEW, routing.viewBytes(), view));
        }
    }
}
