/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.smpp.Way;
import io.uptext.simulator.traffic.Load;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The figures of {@link SmppBenchmark} in words. */
final class SmppReport {

    private static final int RATE_GOAL = 10_000;
    private static final int STRETCH_GOAL = 20_000;
    private static final double ENQUIRY_GOAL_MICROS = 100_000;

    private final PrintWriter out;

    SmppReport(PrintWriter out) {
        this.out = out;
    }

    void started(Way way) {
        out.printf("  %s: process %d%n", way.title(), way.process().pid());
        out.flush();
    }

    void progress(String name, SmppRounds.Kind kind, SmppTurn turn) {
        out.printf(
                Locale.ROOT,
                "  %-10s %-9s %-13s %7.0f/s  p50 %6.2f ms, p99 %6.2f ms, process %5.1f µs, Kafka %5.1f µs,"
                        + " others %2.0f %%%s%s%n",
                name,
                title(kind.load()),
                kind.way().title(),
                turn.rate(),
                turn.p50() / 1e3,
                turn.p99() / 1e3,
                turn.serverMicros(),
                turn.kafkaMicros(),
                100 * turn.used().others(),
                turn.acknowledged().redelivered() == 0
                        ? ""
                        : ", " + turn.acknowledged().redelivered() + " sent again",
                Meter.judgement(turn.used().others()));
        out.flush();
    }

    /** All figures of both, the first load being the one without a pace. */
    void print(SmppRounds rounds, Way smpp, Way raw, List<Load> loads) {
        out.printf(
                "%nMedians%n  %-9s %-13s %8s %8s %8s %11s %9s %9s %9s%n",
                "", "", "per s", "p50 ms", "p99 ms", "process µs", "Kafka µs", "Redis µs", "SMSC µs");
        for (Load load : loads) {
            for (Way way : List.of(raw, smpp)) {
                row(new SmppRounds.Kind(way, load), rounds.medians(new SmppRounds.Kind(way, load)));
            }
        }
        for (Load load : loads) {
            compare(
                    load,
                    rounds.medians(new SmppRounds.Kind(smpp, load)),
                    rounds.medians(new SmppRounds.Kind(raw, load)));
        }
        goals(rounds.medians(new SmppRounds.Kind(smpp, loads.getFirst())));
        out.flush();
    }

    private void row(SmppRounds.Kind kind, Medians<SmppTurn> medians) {
        out.printf(
                Locale.ROOT,
                "  %-9s %-13s %8.0f %8.2f %8.2f %11.1f %9.1f %9.1f %9.1f%n",
                title(kind.load()),
                kind.way().title(),
                medians.of(SmppTurn::rate),
                medians.of(SmppTurn::p50) / 1e3,
                medians.of(SmppTurn::p99) / 1e3,
                medians.of(SmppTurn::serverMicros),
                medians.of(SmppTurn::kafkaMicros),
                medians.of(SmppTurn::redisMicros),
                medians.of(SmppTurn::smscMicros));
    }

    private void compare(Load load, Medians<SmppTurn> smpp, Medians<SmppTurn> raw) {
        String rate = load.isPaced()
                ? ""
                : String.format(Locale.ROOT, "%.2f of the rate, ", smpp.beside(raw, SmppTurn::rate));
        out.printf(
                Locale.ROOT,
                "SMPP beside the raw producer, %s: %sp50 %.2f times, p99 %.2f times%n",
                title(load),
                rate,
                smpp.beside(raw, SmppTurn::p50),
                smpp.beside(raw, SmppTurn::p99));
    }

    private void goals(Medians<SmppTurn> full) {
        double rate = full.of(SmppTurn::rate);
        out.printf(
                Locale.ROOT,
                "Acknowledged after Kafka over one bind: %.0f/s (goal %,d: %s; %,d: %s)%n",
                rate,
                RATE_GOAL,
                verdict(rate >= RATE_GOAL),
                STRETCH_GOAL,
                verdict(rate >= STRETCH_GOAL));
        double slowest =
                full.rounds().stream().mapToDouble(SmppTurn::enquiryMax).max().orElseThrow();
        out.printf(
                Locale.ROOT,
                "enquire_link at full load: %d answered, p50 %.1f ms, p99 %.1f ms (medians), slowest of all %.1f ms"
                        + " (goal %.0f: %s)%n",
                full.rounds().stream()
                        .mapToLong(each -> each.acknowledged().enquiries().count())
                        .sum(),
                full.of(SmppTurn::enquiryP50) / 1e3,
                full.of(SmppTurn::enquiryP99) / 1e3,
                slowest / 1e3,
                ENQUIRY_GOAL_MICROS / 1e3,
                verdict(slowest < ENQUIRY_GOAL_MICROS));
    }

    private static String title(Load load) {
        return load.isPaced() ? String.format(Locale.ROOT, "%.0f/s", load.perSecond()) : "full load";
    }

    private static String verdict(boolean isMet) {
        return isMet ? "met" : "missed";
    }
}
