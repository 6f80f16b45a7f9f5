/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.topic.Topic;
import io.uptext.verifier.system.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTests {

    private static final int PARTITION = 3;
    private static final TopicPartition CHALLENGES = new TopicPartition(Topic.CHALLENGES.topicName(), PARTITION);
    private static final TopicPartition TEXTS = new TopicPartition(Topic.INBOUND_SMS.topicName(), PARTITION);

    private final MovableClock clock = new MovableClock();
    private final Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    private final Progress progress = new Progress(clock);
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");

    @BeforeEach
    void assign() {
        consumer.assign(List.of(CHALLENGES, TEXTS));
        consumer.updateEndOffsets(Map.of(CHALLENGES, 10L, TEXTS, 20L));
        consumer.seek(CHALLENGES, 10);
        consumer.seek(TEXTS, 20);
    }

    @Test
    void who_has_read_to_the_end_has_read_until_the_moment_of_asking() {
        Instant until = progress.askUntil(PARTITION, consumer);

        assertThat(until).isBetween(now, clock.instant());
    }

    @Test
    void who_has_not_has_read_until_the_time_of_the_last_record() {
        read(CHALLENGES, now.minusSeconds(1));
        read(TEXTS, now.minusSeconds(60));
        consumer.seek(TEXTS, 19);

        assertThat(progress.askUntil(PARTITION, consumer)).isEqualTo(now.minusSeconds(60));
    }

    @Test
    void the_topic_that_is_further_behind_counts() {
        read(CHALLENGES, now.minusSeconds(90));
        read(TEXTS, now.minusSeconds(60));
        consumer.seek(CHALLENGES, 9);
        consumer.seek(TEXTS, 19);

        assertThat(progress.askUntil(PARTITION, consumer)).isEqualTo(now.minusSeconds(90));
    }

    @Test
    void who_has_read_nothing_of_what_is_there_knows_nothing() {
        consumer.seek(TEXTS, 0);

        assertThat(progress.askUntil(PARTITION, consumer)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void without_an_answer_only_what_was_read_counts() {
        read(CHALLENGES, now.minusSeconds(5));
        consumer.setOffsetsException(new TimeoutException("no answer"));
        assertThat(progress.askUntil(PARTITION, consumer)).isEqualTo(Instant.EPOCH);

        read(TEXTS, now.minusSeconds(70));
        consumer.setOffsetsException(new TimeoutException("no answer"));
        assertThat(progress.askUntil(PARTITION, consumer)).isEqualTo(now.minusSeconds(70));
    }

    @Test
    void times_do_not_go_back_nor_into_the_future() {
        read(CHALLENGES, now);
        read(TEXTS, now.minusSeconds(5));
        read(TEXTS, now.minusSeconds(50));
        assertThat(progress.readUntil(PARTITION)).isEqualTo(now.minusSeconds(5));

        read(TEXTS, now.plus(Duration.ofDays(1)));
        assertThat(progress.readUntil(PARTITION)).isBetween(now.minusSeconds(5), clock.instant());
    }

    @Test
    void what_is_given_away_is_forgotten() {
        read(CHALLENGES, now);
        read(TEXTS, now);
        progress.forget(List.of(TEXTS));

        assertThat(progress.readUntil(PARTITION)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void a_partition_is_late_whose_first_record_is_too_old() {
        Instant oldest = now.minusSeconds(100);

        Polled old = Polled.of(List.of(record(TEXTS, now.minusSeconds(101))));
        assertThat(progress.late(old, oldest)).containsExactly(PARTITION);
        assertThat(progress.late(Polled.of(List.of(record(CHALLENGES, now.minusSeconds(99)))), oldest))
                .isEmpty();
        // A poll that failed comes again.
        assertThat(progress.late(old, oldest)).containsExactly(PARTITION);

        progress.read(old);
        assertThat(progress.late(old, oldest)).isEmpty();
    }

    private void read(TopicPartition partition, Instant time) {
        progress.read(Polled.of(List.of(record(partition, time))));
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, Instant time) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                0,
                time.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
