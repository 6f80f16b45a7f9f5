/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.join.Joiner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said of {@link JoinBenchmark}'s figures in the end. */
final class JoinGoal {

    private static final int GOAL_PACE = 1_000;

    private JoinGoal() {}

    /** P1, P2 and P4. */
    static List<Goal> throughput(Map<Joiner, Medians<JoinTurn>> medians) {
        Medians<JoinTurn> verifier = of(medians, Joiner.VERIFIER);
        Medians<JoinTurn> copy = of(medians, Joiner.COPY);
        Medians<JoinTurn> exactly = of(medians, Joiner.STREAMS_EXACTLY_ONCE);
        Medians<JoinTurn> atLeast = of(medians, Joiner.STREAMS_AT_LEAST_ONCE);
        return List.of(
                Goal.least(
                        "P1",
                        "joins/s, to Kafka Streams exactly once",
                        verifier.beside(exactly, JoinTurn::joinsPerSecond),
                        3,
                        5),
                Goal.only(
                        "the same, to Kafka Streams at least once", verifier.beside(atLeast, JoinTurn::joinsPerSecond)),
                Goal.only("texts/s, to Kafka Streams exactly once", verifier.beside(exactly, JoinTurn::textsPerSecond)),
                Goal.least(
                        "P2",
                        "joins/s, to texts/s of the safe copy loop",
                        verifier.beside(copy, JoinTurn::joinsPerSecond, JoinTurn::textsPerSecond),
                        0.40,
                        0.55),
                Goal.only("texts/s, to texts/s of the safe copy loop", verifier.beside(copy, JoinTurn::textsPerSecond)),
                Goal.most(
                        "P4",
                        "processor time per join, to Kafka Streams exactly once",
                        verifier.beside(exactly, JoinTurn::allMicros),
                        0.5,
                        0.3),
                Goal.only("texts alone, to Kafka Streams exactly once", verifier.beside(exactly, JoinTurn::textMicros)),
                Goal.only("the same, to Kafka Streams at least once", verifier.beside(atLeast, JoinTurn::allMicros)));
    }

    /** P3, at its pace. */
    static List<Goal> latency(int pace, Medians<JoinLatency.Turn> verifier, Medians<JoinLatency.Turn> hops) {
        double p50 = verifier.beside(hops, JoinLatency.Turn::p50);
        double p99 = verifier.beside(hops, JoinLatency.Turn::p99);
        String of50 = "p50 at %,d/s, to two hops".formatted(pace);
        String of99 = "p99 at %,d/s, to two hops".formatted(pace);
        List<Goal> goals = new ArrayList<>();
        goals.add(pace == GOAL_PACE ? Goal.most("P3", of50, p50, 1.5, 1.2) : Goal.only(of50, p50));
        goals.add(pace == GOAL_PACE ? Goal.most("P3", of99, p99, 1.5, 1.2) : Goal.only(of99, p99));
        return goals;
    }

    /** P5. */
    static Goal outstanding(Medians<JoinTurn> many, Medians<JoinTurn> few) {
        return Goal.least(
                "P5", "joins/s with many outstanding, to few", many.beside(few, JoinTurn::joinsPerSecond), 0.85, 0.95);
    }

    /** P6. */
    static Goal memory(double bytes) {
        return Goal.most("P6", "bytes of Redis per outstanding challenge", bytes, 400, 250);
    }

    private static Medians<JoinTurn> of(Map<Joiner, Medians<JoinTurn>> medians, Joiner joiner) {
        return medians.getOrDefault(joiner, new Medians<>(List.of()));
    }
}
