/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.server.Titled;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rounds in words, as they come and in the end. */
final class RoundTable {

    private static final double RATE_GOAL = 0.6;
    private static final double P99_GOAL = 1.5;

    private RoundTable() {}

    static void progress(PrintWriter out, String name, Titled contender, Round round) {
        out.printf(
                Locale.ROOT,
                "  %-10s %-18s %7.0f/s  server %6.1f µs, Kafka and Redis %5.1f µs, load %5.1f µs, others %2.0f %%%s%n",
                name,
                contender.title(),
                round.rate(),
                round.serverMicros(),
                round.backendMicros(),
                round.loadMicros(),
                100 * round.others(),
                Meter.judgement(round.others()));
        out.flush();
    }

    static void medians(PrintWriter out, Map<? extends Titled, Medians<Round>> medians) {
        out.printf(
                "%nMedians%n  %-18s %9s %9s %9s %10s %10s %9s%n",
                "", "per s", "p50 ms", "p99 ms", "server µs", "backend µs", "load µs");
        medians.forEach((contender, of) -> out.printf(
                Locale.ROOT,
                "  %-18s %9.0f %9.2f %9.2f %10.1f %10.1f %9.1f%n",
                contender.title(),
                of.of(Round::rate),
                of.of(Round::p50) / 1e3,
                of.of(Round::p99) / 1e3,
                of.of(Round::serverMicros),
                of.of(Round::backendMicros),
                of.of(Round::loadMicros)));
        out.flush();
    }

    /** Puts one of them beside another, if both took part. */
    static <C extends Titled> void compare(PrintWriter out, Map<C, Medians<Round>> medians, C ours, C opponent) {
        @Nullable Medians<Round> mine = medians.get(ours);
        @Nullable Medians<Round> theirs = medians.get(opponent);
        if (mine != null && theirs != null) {
            double rate = mine.beside(theirs, Round::rate);
            double p99 = mine.beside(theirs, Round::p99);
            out.printf(
                    Locale.ROOT,
                    "Beside %s: %.2f of the rate (goal %.1f: %s), p99 %.2f times (goal %.1f: %s)%n",
                    opponent.title(),
                    rate,
                    RATE_GOAL,
                    rate >= RATE_GOAL ? "met" : "missed",
                    p99,
                    P99_GOAL,
                    p99 <= P99_GOAL ? "met" : "missed");
            out.flush();
        }
    }
}
