/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.join.Joiner;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of {@link JoinBenchmark} in words, and in the end what they say about the goals. */
final class JoinReport {

    private static final List<String> COLUMNS =
            List.of("joins/s", "challenges/s", "texts/s", "process µs", "Kafka µs", "Redis µs", "all µs");

    private final PrintWriter out;
    private final List<Goal> goals = new ArrayList<>();

    JoinReport(PrintWriter out) {
        this.out = out;
    }

    void started(Joiner.Contender contender, String which) {
        say(
                "  %s%s: process %d",
                contender.joiner().title(), which, contender.process().pid());
    }

    void note(String words) {
        say("  %s", words);
    }

    void progress(String name, String who, JoinTurn turn) {
        say(
                "  %-10s %-22s %7.0f joins/s (challenges %7.0f/s, texts %7.0f/s), process %5.1f µs, Kafka %4.1f µs,"
                        + " Redis %4.1f µs, others %2.0f %%%s",
                name,
                who,
                turn.joinsPerSecond(),
                turn.challengesPerSecond(),
                turn.textsPerSecond(),
                turn.processMicros(),
                turn.kafkaMicros(),
                turn.redisMicros(),
                100 * turn.others(),
                Meter.judgement(turn.others()));
    }

    void progress(String name, JoinLatency.Kind kind, JoinLatency.Turn turn) {
        say(
                "  %-10s %-22s %5d/s  p50 %6.2f ms, p99 %6.2f ms, slowest %6.1f ms, others %2.0f %%%s",
                name,
                kind.joiner().title(),
                kind.perSecond(),
                turn.p50() / 1e3,
                turn.p99() / 1e3,
                turn.latencies().getMaxValue() / 1e6,
                100 * turn.used().others(),
                Meter.judgement(turn.used().others()));
    }

    void stored(int count, JoinTurn.Phase phase) {
        say(
                "  %,d challenges are stored, %.0f a second",
                count, count * 1e9 / phase.took().toNanos());
    }

    void throughput(Map<Joiner, Medians<JoinTurn>> medians) {
        heading();
        medians.forEach((joiner, all) -> row(joiner.title(), all, joiner != Joiner.COPY));
        goals.addAll(JoinGoal.throughput(medians));
    }

    void outstanding(Medians<JoinTurn> many, Medians<JoinTurn> few) {
        heading();
        row("few outstanding", few, true);
        row("many outstanding", many, true);
        goals.add(JoinGoal.outstanding(many, few));
    }

    void memory(long bytes, int count) {
        goals.add(JoinGoal.memory((double) bytes / count));
    }

    void latency(List<Integer> paced, Map<JoinLatency.Kind, List<JoinLatency.Turn>> done) {
        say(
                "%nMedians%n  %7s %-22s %8s %8s %11s %9s %9s",
                "", "", "p50 ms", "p99 ms", "process µs", "Kafka µs", "Redis µs");
        for (int pace : paced) {
            for (Joiner joiner : List.of(Joiner.VERIFIER, Joiner.TWO_HOPS)) {
                Medians<JoinLatency.Turn> all = medians(done, joiner, pace);
                say(
                        "  %5d/s %-22s %8.2f %8.2f %11.1f %9.1f %9.1f",
                        pace,
                        joiner.title(),
                        all.of(JoinLatency.Turn::p50) / 1e3,
                        all.of(JoinLatency.Turn::p99) / 1e3,
                        all.of(JoinLatency.Turn::processMicros),
                        all.of(JoinLatency.Turn::kafkaMicros),
                        all.of(JoinLatency.Turn::redisMicros));
            }
            goals.addAll(
                    JoinGoal.latency(pace, medians(done, Joiner.VERIFIER, pace), medians(done, Joiner.TWO_HOPS, pace)));
        }
    }

    void printGoals() {
        say("%nGoals");
        goals.forEach(goal -> say("  %s", goal.inWords()));
    }

    private void heading() {
        say("%nMedians");
        say("  %-22s" + " %12s".repeat(COLUMNS.size()), arguments("", COLUMNS));
    }

    private void row(String who, Medians<JoinTurn> all, boolean joins) {
        say(
                "  %-22s %12s %12.0f %12.0f %12.1f %12.1f %12.1f %12.1f",
                who,
                joins ? String.format(Locale.ROOT, "%.0f", all.of(JoinTurn::joinsPerSecond)) : "-",
                all.of(JoinTurn::challengesPerSecond),
                all.of(JoinTurn::textsPerSecond),
                all.of(JoinTurn::processMicros),
                all.of(JoinTurn::kafkaMicros),
                all.of(JoinTurn::redisMicros),
                all.of(JoinTurn::allMicros));
    }

    private static Medians<JoinLatency.Turn> medians(
            Map<JoinLatency.Kind, List<JoinLatency.Turn>> done, Joiner joiner, int pace) {
        return new Medians<>(done.getOrDefault(new JoinLatency.Kind(joiner, pace), List.of()));
    }

    private static Object[] arguments(String first, List<String> others) {
        List<Object> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return all.toArray();
    }

    private void say(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
        out.flush();
    }
}
