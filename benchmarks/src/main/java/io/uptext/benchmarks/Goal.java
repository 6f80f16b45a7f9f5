/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure beside what it should be.
 *
 * @param number of the goal; empty for a figure that has none
 * @param what it is of
 * @param figure what was measured
 * @param isMost whether the goal is the most that it may be, rather than the least
 * @param goal what it should be; absent for a figure that is only reported
 * @param stretch what would be better still; absent where nothing is said of it
 */
record Goal(
        String number,
        String what,
        double figure,
        boolean isMost,
        @Nullable Double goal,
        @Nullable Double stretch) {

    /** One that is met by this figure or a larger one. */
    static Goal least(String number, String what, double figure, double goal, double stretch) {
        return new Goal(number, what, figure, false, goal, stretch);
    }

    /** One that is met by this figure or a smaller one. */
    static Goal most(String number, String what, double figure, double goal, double stretch) {
        return new Goal(number, what, figure, true, goal, stretch);
    }

    /** One that is met by this figure or a smaller one, and there is nothing better. */
    static Goal most(String number, String what, double figure, double goal) {
        return new Goal(number, what, figure, true, goal, null);
    }

    /** A figure that has no goal. */
    static Goal only(String what, double figure) {
        return new Goal("", what, figure, false, null, null);
    }

    String inWords() {
        String said = String.format(Locale.ROOT, "%-2s %-56s %8.2f", number, what, figure);
        if (goal == null) {
            return said;
        }
        String better = stretch == null ? "" : "; " + plain(stretch) + ": " + verdict(stretch);
        String bound = isMost ? "at most" : "at least";
        return said + "  (goal " + bound + " " + plain(goal) + ": " + verdict(goal) + better + ")";
    }

    private String verdict(double bound) {
        return (isMost ? figure <= bound : figure >= bound) ? "met" : "missed";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
