/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.time.Duration;
import java.util.SortedMap;

/**
 * What came of a load, or has come of it so far. Maxima are exact to 1/64.
 *
 * @param messages how many texts were sent
 * @param sent how many PDUs they are
 * @param answers how many PDUs were answered for good with each status
 * @param redelivered how often answered PDUs were sent again
 * @param took from the start to the last answer
 * @param p50 what half of the answers did not take longer than; of a paced load since the message was due, of another one
 *     since it was sent last
 * @param p99 the same of 99 in a hundred
 * @param max the same of all
 * @param enquiries how many enquire_link were answered meanwhile
 * @param enquireP50 what half of them did not take longer than
 * @param enquireP99 the same of 99 in a hundred
 * @param enquireMax the same of all
 */
public record SmscLoadResults(
        long messages,
        long sent,
        SortedMap<Integer, Long> answers,
        long redelivered,
        Duration took,
        Duration p50,
        Duration p99,
        Duration max,
        long enquiries,
        Duration enquireP50,
        Duration enquireP99,
        Duration enquireMax) {

    /** How many PDUs are answered for good. */
    public long answered() {
        return answers.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many are not. */
    public long unanswered() {
        return sent - answered();
    }

    /** Whether something was sent and everything was answered with ESME_ROK. */
    public boolean isAccepted() {
        return sent > 0 && answers.getOrDefault(CommandStatus.ROK, 0L) == sent;
    }

    /** How many PDUs were answered each second. */
    public double perSecond() {
        return answered() / (took.toNanos() / 1e9);
    }
}
