/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.smpp;

import io.uptext.simulator.smsc.SmscLoadResults;
import java.time.Duration;

/**
 * What came of messages, all of which were acknowledged.
 *
 * @param messages how many
 * @param took from the start to the last acknowledgement
 * @param p50 what half of them waited at most: at a pace since they were due, otherwise since they were sent
 * @param p99 the same of 99 in a hundred
 * @param redelivered how many of them were sent more than once
 * @param enquiries how the link answered meanwhile
 */
public record Acknowledged(
        long messages, Duration took, Duration p50, Duration p99, long redelivered, Enquiries enquiries) {

    /**
     * enquire_link, one each 100 ms.
     *
     * @param count how many were answered
     * @param p50 what half of the answers did not take longer than
     * @param p99 the same of 99 in a hundred
     * @param max the same of all
     */
    public record Enquiries(long count, Duration p50, Duration p99, Duration max) {

        /** Where there is no link. */
        public static final Enquiries NONE = new Enquiries(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /**
     * What came of a load of an SMSC.
     *
     * @throws IllegalStateException if something was not accepted
     */
    public static Acknowledged of(SmscLoadResults results) {
        if (!results.isAccepted()) {
            throw new IllegalStateException(
                    "of %d messages were answered, with each status: %s".formatted(results.sent(), results.answers()));
        }
        return new Acknowledged(
                results.sent(),
                results.took(),
                results.p50(),
                results.p99(),
                results.redelivered(),
                new Enquiries(results.enquiries(), results.enquireP50(), results.enquireP99(), results.enquireMax()));
    }

    /** Messages a second. */
    public double rate() {
        return messages * 1e9 / took.toNanos();
    }
}
