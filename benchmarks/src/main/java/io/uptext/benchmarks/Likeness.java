/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.Population.Kind;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/** How alike answers are that nobody should tell apart. */
final class Likeness {

    /** Of two samples from one distribution, so many in a hundred look less alike than this. */
    private static final double LEAST_P = 0.01;

    private Likeness() {}

    /**
     * Prints how the times of each kind compare with those of the others.
     *
     * @throws IllegalStateException if the answers themselves differ
     */
    static void print(PrintWriter out, Map<Kind, List<Site.Created>> measured) {
        long likenesses = measured.values().stream()
                .flatMap(List::stream)
                .map(Site.Created::likeness)
                .distinct()
                .count();
        if (likenesses != 1) {
            throw new IllegalStateException(
                    "There are " + likenesses + " different answers, where each must be like the others");
        }
        out.printf("%nStatus, headers and body are alike in all answers%n");
        Map<Kind, double[]> micros = new TreeMap<>();
        measured.forEach((kind, all) -> micros.put(
                kind,
                all.stream().mapToDouble(each -> each.nanos() / 1e3).sorted().toArray()));
        out.printf("  %-10s %9s %9s %9s %9s%n", "", "p10 µs", "p50 µs", "p90 µs", "p99 µs");
        micros.forEach((kind, sorted) -> out.printf(
                Locale.ROOT,
                "  %-10s %9.0f %9.0f %9.0f %9.0f%n",
                word(kind),
                at(sorted, 0.10),
                at(sorted, 0.50),
                at(sorted, 0.90),
                at(sorted, 0.99)));
        compare(out, micros, Kind.KNOWN, Kind.UNKNOWN);
        compare(out, micros, Kind.LOCKED, Kind.UNKNOWN);
        compare(out, micros, Kind.KNOWN, Kind.LOCKED);
        out.flush();
    }

    private static void compare(PrintWriter out, Map<Kind, double[]> micros, Kind one, Kind other) {
        double[] first = micros.getOrDefault(one, new double[0]);
        double[] second = micros.getOrDefault(other, new double[0]);
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        double p = p(first, second);
        out.printf(
                Locale.ROOT,
                "%s beside %s: D %.4f, p %.3f (goal above %.2f: %s)%n",
                word(one),
                word(other),
                test.kolmogorovSmirnovStatistic(first, second),
                p,
                LEAST_P,
                p > LEAST_P ? "met" : "missed");
    }

    /** How often two samples of one distribution would be less alike than these. */
    static double p(double[] first, double[] second) {
        return new KolmogorovSmirnovTest().kolmogorovSmirnovTest(first, second);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
