/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The rounds of one contender, of which the median counts: a shared machine disturbs one now and then.
 *
 * @param <R> what is known of a round
 */
record Medians<R>(List<R> rounds) {

    Medians {
        rounds = List.copyOf(rounds);
    }

    double of(ToDoubleFunction<R> figure) {
        return median(rounds.stream().mapToDouble(figure).toArray());
    }

    /**
     * How many times as large a figure is as that of another contender: the median of all rounds, in each of which both had
     * their turns within seconds. A machine that is faster for a minute is so for both.
     *
     * @param other with as many rounds
     */
    double beside(Medians<R> other, ToDoubleFunction<R> figure) {
        return beside(other, figure, figure);
    }

    /** As above, where another figure of the other contender is what ours is compared with. */
    double beside(Medians<R> other, ToDoubleFunction<R> figure, ToDoubleFunction<R> figureOfOther) {
        return median(IntStream.range(0, rounds.size())
                .mapToDouble(round ->
                        figure.applyAsDouble(rounds.get(round)) / figureOfOther.applyAsDouble(other.rounds.get(round)))
                .toArray());
    }

    /** The one in the middle, or the mean of the two in the middle. */
    static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
