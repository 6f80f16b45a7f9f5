/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.join.Joiner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure beside what it should be.
 *
 * @param number of the goal; empty for a figure that has none
 * @param what it is of
 * @param figure what was measured
 * @param isMost whether the goal is the most that it may be, rather than the least
 * @param goal what it should be; absent for a figure that is only reported
 * @param stretch what would be better still
 */
record JoinGoal(
        String number,
        String what,
        double figure,
        boolean isMost,
        @Nullable Double goal,
        @Nullable Double stretch) {

    private static final int GOAL_PACE = 1_000;

    /** P1, P2 and P4. */
    static List<JoinGoal> throughput(Map<Joiner, Medians<JoinTurn>> medians) {
        Medians<JoinTurn> verifier = of(medians, Joiner.VERIFIER);
        Medians<JoinTurn> copy = of(medians, Joiner.COPY);
        Medians<JoinTurn> exactly = of(medians, Joiner.STREAMS_EXACTLY_ONCE);
        Medians<JoinTurn> atLeast = of(medians, Joiner.STREAMS_AT_LEAST_ONCE);
        return List.of(
                least(
                        "P1",
                        "joins/s, to Kafka Streams exactly once",
                        verifier.beside(exactly, JoinTurn::joinsPerSecond),
                        3,
                        5),
                only("the same, to Kafka Streams at least once", verifier.beside(atLeast, JoinTurn::joinsPerSecond)),
                only("texts/s, to Kafka Streams exactly once", verifier.beside(exactly, JoinTurn::textsPerSecond)),
                least(
                        "P2",
                        "joins/s, to texts/s of the safe copy loop",
                        verifier.beside(copy, JoinTurn::joinsPerSecond, JoinTurn::textsPerSecond),
                        0.40,
                        0.55),
                only("texts/s, to texts/s of the safe copy loop", verifier.beside(copy, JoinTurn::textsPerSecond)),
                most(
                        "P4",
                        "processor time per join, to Kafka Streams exactly once",
                        verifier.beside(exactly, JoinTurn::allMicros),
                        0.5,
                        0.3),
                only("texts alone, to Kafka Streams exactly once", verifier.beside(exactly, JoinTurn::textMicros)),
                only("the same, to Kafka Streams at least once", verifier.beside(atLeast, JoinTurn::allMicros)));
    }

    /** P3, at its pace. */
    static List<JoinGoal> latency(int pace, Medians<JoinLatency.Turn> verifier, Medians<JoinLatency.Turn> hops) {
        double p50 = verifier.beside(hops, JoinLatency.Turn::p50);
        double p99 = verifier.beside(hops, JoinLatency.Turn::p99);
        String of50 = "p50 at %,d/s, to two hops".formatted(pace);
        String of99 = "p99 at %,d/s, to two hops".formatted(pace);
        List<JoinGoal> goals = new ArrayList<>();
        goals.add(pace == GOAL_PACE ? most("P3", of50, p50, 1.5, 1.2) : only(of50, p50));
        goals.add(pace == GOAL_PACE ? most("P3", of99, p99, 1.5, 1.2) : only(of99, p99));
        return goals;
    }

    /** P5. */
    static JoinGoal outstanding(Medians<JoinTurn> many, Medians<JoinTurn> few) {
        return least(
                "P5", "joins/s with many outstanding, to few", many.beside(few, JoinTurn::joinsPerSecond), 0.85, 0.95);
    }

    /** P6. */
    static JoinGoal memory(double bytes) {
        return most("P6", "bytes of Redis per outstanding challenge", bytes, 400, 250);
    }

    private static Medians<JoinTurn> of(Map<Joiner, Medians<JoinTurn>> medians, Joiner joiner) {
        return medians.getOrDefault(joiner, new Medians<>(List.of()));
    }

    private static JoinGoal least(String number, String what, double figure, double goal, double stretch) {
        return new JoinGoal(number, what, figure, false, goal, stretch);
    }

    private static JoinGoal most(String number, String what, double figure, double goal, double stretch) {
        return new JoinGoal(number, what, figure, true, goal, stretch);
    }

    private static JoinGoal only(String what, double figure) {
        return new JoinGoal("", what, figure, false, null, null);
    }

    String inWords() {
        String said = String.format(Locale.ROOT, "%-2s %-56s %8.2f", number, what, figure);
        if (goal == null || stretch == null) {
            return said;
        }
        return said
                + String.format(
                        Locale.ROOT,
                        "  (goal %s %s: %s; %s: %s)",
                        isMost ? "at most" : "at least",
                        plain(goal),
                        verdict(goal),
                        plain(stretch),
                        verdict(stretch));
    }

    private String verdict(double bound) {
        return (isMost ? figure <= bound : figure >= bound) ? "met" : "missed";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
