/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.OutcomeNotice;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A decision that is to be told.
 *
 * @param record as it stands in the log
 * @param notice what is told of it
 */
record Decided(ConsumerRecord<byte[], byte[]> record, OutcomeNotice notice) {

    static Decided of(ConsumerRecord<byte[], byte[]> record, Outcome outcome) {
        return new Decided(record, OutcomeNotice.of(outcome));
    }

    /** When the outcome was written. */
    Instant writtenAt() {
        return Instant.ofEpochMilli(record.timestamp());
    }
}
