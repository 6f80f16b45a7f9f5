/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** A poll in a few words. */
class PolledTests {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final TopicPartition ONE = new TopicPartition("texts", 0);
    private static final TopicPartition OTHER = new TopicPartition("texts", 1);
    private static final TopicPartition SAME_NUMBER = new TopicPartition("challenges", 0);

    @Test
    void each_partition_has_its_first_offset_and_its_times() {
        Polled polled = Polled.of(List.of(
                record(ONE, 7, 5),
                record(ONE, 8, 3),
                record(ONE, 9, 9),
                record(OTHER, 7, 1),
                record(SAME_NUMBER, 2, 2)));

        assertThat(polled.parts())
                .hasSize(3)
                .containsEntry(ONE, new Polled.Part(7, at(5), at(3), at(9)))
                .containsEntry(OTHER, new Polled.Part(7, at(1), at(1), at(1)))
                .containsEntry(SAME_NUMBER, new Polled.Part(2, at(2), at(2), at(2)));
    }

    @Test
    void records_of_a_partition_that_others_lie_between_are_put_together() {
        Polled polled =
                Polled.of(List.of(record(ONE, 7, 5), record(OTHER, 1, 6), record(ONE, 8, 2), record(ONE, 9, 8)));

        assertThat(polled.parts()).containsEntry(ONE, new Polled.Part(7, at(5), at(2), at(8)));
    }

    @Test
    void the_earliest_time_is_that_of_these_partitions_alone_and_never_after_the_latest() {
        Polled polled = Polled.of(List.of(record(ONE, 7, 5), record(OTHER, 1, 3), record(SAME_NUMBER, 2, 4)));

        assertThat(polled.earliest(Set.of(0), at(9))).isEqualTo(at(4));
        assertThat(polled.earliest(Set.of(0, 1), at(9))).isEqualTo(at(3));
        assertThat(polled.earliest(Set.of(1), at(1))).isEqualTo(at(1));
        assertThat(polled.earliest(Set.of(2), at(9))).isEqualTo(at(9));
        assertThat(Polled.NOTHING.earliest(Set.of(0), at(9))).isEqualTo(at(9));
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset, int second) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                at(second).toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
