/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All contenders one after the other, round by round, whatever a turn is.
 *
 * @param warmUp rounds that do not count
 * @param count those that do, after them
 * @param <C> the contenders
 * @param <T> what is known of a turn
 */
record Rounds<C, T>(int warmUp, int count) {

    /**
     * One turn of a contender.
     *
     * @param <C> the contenders
     * @param <T> what is known of it
     */
    interface Turn<C, T> {

        /** Takes it; whether it counts makes no difference but to how much of it is needed. */
        T take(C contender, boolean counts) throws Exception;
    }

    /**
     * Hears of each turn.
     *
     * @param <C> the contenders
     * @param <T> what is known of a turn
     */
    interface Progress<C, T> {

        /** It is over. */
        void said(String round, C contender, T turn);
    }

    /** Gives each its turns, and returns those that count. */
    Map<C, Medians<T>> take(List<C> contenders, Turn<C, T> turn, Progress<C, T> progress) throws Exception {
        Map<C, List<T>> done = new LinkedHashMap<>();
        contenders.forEach(each -> done.put(each, new ArrayList<>()));
        List<C> order = new ArrayList<>(contenders);
        for (int number = 1; number <= warmUp + count; number++) {
            boolean counts = number > warmUp;
            for (C each : order) {
                T taken = turn.take(each, counts);
                progress.said(counts ? "round " + (number - warmUp) : "warm-up " + number, each, taken);
                if (counts) {
                    done.getOrDefault(each, new ArrayList<>()).add(taken);
                }
            }
            // Who comes after whom is the luck of nobody.
            Collections.rotate(order, 1);
        }
        Map<C, Medians<T>> medians = new LinkedHashMap<>();
        done.forEach((contender, all) -> medians.put(contender, new Medians<>(all)));
        return medians;
    }
}
