/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.time.Duration;
import java.util.SortedMap;

/**
 * What an SMSC has done so far.
 *
 * @param delivered how many messages' PDUs were sent, those that were sent again included
 * @param answers how many were answered with each status
 * @param redelivered how many were sent again
 * @param cuts how many links were cut by this side
 * @param binds how many binds were accepted
 * @param bindsRefused how many were not
 * @param p50 what half of the answers did not take longer than, from sending to reading
 * @param p99 the same of 99 in a hundred
 */
public record SmscStatistics(
        long delivered,
        SortedMap<Integer, Long> answers,
        long redelivered,
        long cuts,
        long binds,
        long bindsRefused,
        Duration p50,
        Duration p99) {

    /** How many answers there are. */
    public long answered() {
        return answers.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many were answered with ESME_ROK. */
    public long accepted() {
        return answers.getOrDefault(CommandStatus.ROK, 0L);
    }
}
