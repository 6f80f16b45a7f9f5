/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What a poll has brought, in a few words for each partition.
 *
 * @param records how many there are
 * @param parts of each partition that has records in it
 */
record Polled(int records, Map<TopicPartition, Part> parts) {

    /** Nothing. */
    static final Polled NOTHING = new Polled(0, Map.of());

    /**
     * Of one partition.
     *
     * @param offset of the first record
     * @param first the time of the first record
     * @param earliest the earliest time of a record
     * @param latest the latest time of a record
     */
    record Part(long offset, Instant first, Instant earliest, Instant latest) {

        private Part and(Part later) {
            return new Part(
                    offset,
                    first,
                    later.earliest.isBefore(earliest) ? later.earliest : earliest,
                    later.latest.isAfter(latest) ? later.latest : latest);
        }
    }

    /** Of these records; those of a partition come one after the other. */
    static Polled of(List<? extends ConsumerRecord<?, ?>> records) {
        Map<TopicPartition, Part> parts = new HashMap<>();
        for (int start = 0, end; start < records.size(); start = end) {
            ConsumerRecord<?, ?> first = records.get(start);
            long earliest = first.timestamp();
            long latest = first.timestamp();
            for (end = start + 1; end < records.size() && isOfSame(records.get(end), first); end++) {
                earliest = Math.min(earliest, records.get(end).timestamp());
                latest = Math.max(latest, records.get(end).timestamp());
            }
            Part part = new Part(
                    first.offset(),
                    Instant.ofEpochMilli(first.timestamp()),
                    Instant.ofEpochMilli(earliest),
                    Instant.ofEpochMilli(latest));
            parts.merge(new TopicPartition(first.topic(), first.partition()), part, Part::and);
        }
        return new Polled(records.size(), parts);
    }

    private static boolean isOfSame(ConsumerRecord<?, ?> one, ConsumerRecord<?, ?> other) {
        return one.partition() == other.partition() && one.topic().equals(other.topic());
    }

    /** The earliest time of a record of these partitions, or {@code latest} if that is earlier. */
    Instant earliest(Set<Integer> partitions, Instant latest) {
        return parts.entrySet().stream()
                .filter(each -> partitions.contains(each.getKey().partition()))
                .map(each -> each.getValue().earliest())
                .filter(latest::isAfter)
                .min(Instant::compareTo)
                .orElse(latest);
    }
}
