/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What is committed of a partition.
 *
 * @param lowWater where whoever takes over has to begin: what was before it has ended
 * @param read up to where it had been read, so that what is poison before that has been put aside
 */
record Committed(long lowWater, long read) {

    OffsetAndMetadata offset() {
        return new OffsetAndMetadata(lowWater, String.valueOf(read));
    }

    static Committed of(OffsetAndMetadata committed) {
        @Nullable String metadata = committed.metadata();
        long read = metadata != null && metadata.matches("[0-9]{1,18}") ? Long.parseLong(metadata) : committed.offset();
        return new Committed(committed.offset(), Math.max(read, committed.offset()));
    }
}
