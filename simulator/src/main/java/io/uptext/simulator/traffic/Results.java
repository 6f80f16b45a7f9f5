/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.traffic;

import java.time.Duration;
import java.util.SortedMap;
import java.util.function.IntPredicate;

/**
 * What came of a load, or has come of it so far.
 *
 * @param sent how many requests were sent
 * @param answers how many answers there were of each status
 * @param failures how many requests have no answer, and why
 * @param took how long it has been going on
 * @param p50 what half of the answers did not take longer than; of a paced load since the request was due, so that a server
 *     that keeps others waiting cannot hide it
 * @param p99 the same of 99 in a hundred
 */
public record Results(
        long sent,
        SortedMap<Integer, Long> answers,
        SortedMap<Failure, Long> failures,
        Duration took,
        Duration p50,
        Duration p99) {

    /** How many answers there are. */
    public long answered() {
        return answered(_ -> true);
    }

    /** How many answers have such a status. */
    public long answered(IntPredicate status) {
        return answers.entrySet().stream()
                .filter(each -> status.test(each.getKey()))
                .mapToLong(each -> each.getValue())
                .sum();
    }

    /** How many were sent and neither answered nor seen to fail. */
    public long unanswered() {
        return sent
                - answered()
                - failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether something was sent and everything was answered with such a status. */
    public boolean all(IntPredicate status) {
        return sent > 0 && answered(status) == sent;
    }

    /** How many were sent each second. */
    public double perSecond() {
        return took.isZero() ? 0 : sent / (took.toNanos() / 1e9);
    }
}
