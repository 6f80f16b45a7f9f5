/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.topic.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What nobody can read is kept as it was, with headers that say why and from where. */
class DeadLetterTests {

    private static final byte[] VALUE = {0, (byte) 0xff, 1};

    private final MockProducer<byte[], byte[]> kafka = new MockProducer<>(
            false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    private final EventPublisher publisher = new EventPublisher(kafka, "test", System::nanoTime);

    @Test
    void whatNeverWasARecordNamesItsOriginAndHasNoKey() {
        ProducerRecord<byte[], byte[]> letter = DeadLetter.of(Topic.INBOUND_SMS, VALUE, "not in its alphabet", "acme");

        assertThat(letter.topic()).isEqualTo(Topic.INBOUND_SMS.deadLetterTopicName());
        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isEqualTo(VALUE);
        assertThat(letter.partition()).isNull();
        assertThat(headers(letter.headers()))
                .isEqualTo(Map.of("uptext_dlt_reason", "not in its alphabet", "uptext_dlt_origin", "acme"));
    }

    @Test
    void whatWasARecordSaysWhereItStood() {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("uptext.topic.v1", 7, 1_234_567_890_123L, new byte[] {9}, VALUE);
        record.headers().add("ce_type", "some".getBytes(UTF_8));

        ProducerRecord<byte[], byte[]> letter = DeadLetter.of(record, new PoisonException("no such type"));

        assertThat(letter.topic()).isEqualTo("uptext.topic.v1-dlt");
        assertThat(letter.key()).isEqualTo(new byte[] {9});
        assertThat(letter.value()).isEqualTo(VALUE);
        assertThat(letter.partition()).isNull();
        assertThat(headers(letter.headers()))
                .isEqualTo(Map.of(
                        "ce_type",
                        "some",
                        "uptext_dlt_reason",
                        "no such type",
                        "uptext_dlt_partition",
                        "7",
                        "uptext_dlt_offset",
                        "1234567890123"));
    }

    @Test
    void bothGoToTheDeadLettersOfTheSameTopic() {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(Topic.INBOUND_SMS.topicName(), 0, 0, new byte[0], VALUE);

        assertThat(DeadLetter.of(record, new PoisonException("why")).topic())
                .isEqualTo(
                        DeadLetter.of(Topic.INBOUND_SMS, VALUE, "why", "acme").topic());
    }

    @Test
    void itIsKeptOnceKafkaSaysSo() {
        var kept = publisher.deadLetter(Topic.INBOUND_SMS, VALUE, "why", "acme");
        var lost = publisher.deadLetter(Topic.INBOUND_SMS, VALUE, "why", "acme");

        assertThat(kept).isNotDone();
        kafka.completeNext();
        assertThat(kept).isCompleted();
        kafka.errorNext(new TimeoutException("late"));
        assertThat(lost).isCompletedExceptionally();
    }

    private static Map<String, String> headers(Headers headers) {
        return Arrays.stream(headers.toArray())
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }
}
