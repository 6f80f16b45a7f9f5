/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.topic.Topic;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What nobody can read is kept as it was, with headers that say why and from where. */
class DeadLetterTests {

    private static final byte[] VALUE = {0, (byte) 0xff, 1};
    private static final byte[] KEY = {9};
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:21.417Z");
    private final PoisonException poison = new PoisonException("no such type");

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void what_never_was_a_record_names_its_origin_and_has_no_key() {
        ProducerRecord<byte[], byte[]> letter = DeadLetter.of(
                        Topic.INBOUND_SMS, VALUE, "not in its alphabet", "acme", "a-service", NOW)
                .toRecord();

        assertThat(letter.topic()).isEqualTo(Topic.INBOUND_SMS.deadLetterTopicName());
        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isEqualTo(VALUE);
        assertThat(letter.partition()).isNull();
        assertThat(text(letter.headers()))
                .isEqualTo(Map.of(
                        "uptext_dlt_reason",
                        "not in its alphabet",
                        "uptext_dlt_origin",
                        "acme",
                        "uptext_dlt_time",
                        "2026-11-24T08:00:21.417Z",
                        "uptext_dlt_service",
                        "a-service"));
    }

    @Test
    void what_was_a_record_says_where_and_when_it_stood() {
        headers.add("ce_type", "some".getBytes(UTF_8));

        ProducerRecord<byte[], byte[]> letter = letter(KEY, VALUE).toRecord();

        assertThat(letter.topic()).isEqualTo(Topic.INBOUND_SMS.deadLetterTopicName());
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(VALUE);
        assertThat(letter.partition()).isNull();
        assertThat(text(letter.headers()))
                .isEqualTo(Map.of(
                        "ce_type",
                        "some",
                        "uptext_dlt_reason",
                        "no such type",
                        "uptext_dlt_topic",
                        Topic.INBOUND_SMS.topicName(),
                        "uptext_dlt_partition",
                        "7",
                        "uptext_dlt_offset",
                        "1234567890123",
                        "uptext_dlt_timestamp",
                        "1970-01-01T00:00:00.005Z",
                        "uptext_dlt_time",
                        "2026-11-24T08:00:21.417Z",
                        "uptext_dlt_service",
                        "a-service"));
    }

    @Test
    void a_record_cannot_forge_where_its_letter_comes_from() {
        headers.add("uptext_dlt_origin", "forged".getBytes(UTF_8));
        headers.add("uptext_dlt_replayed", "1".getBytes(UTF_8));
        headers.add("uptext_dlt_offset", "forged".getBytes(UTF_8));

        Map<String, String> said = text(letter(KEY, VALUE).toRecord().headers());

        assertThat(said)
                .doesNotContainKeys("uptext_dlt_origin", "uptext_dlt_replayed")
                .containsEntry("uptext_dlt_offset", "1234567890123")
                .containsEntry("uptext_dlt_dropped_headers", "3");
    }

    @Test
    void a_lighter_letter_has_only_the_headers_that_a_record_is_read_by() {
        headers.add("ce_type", "first".getBytes(UTF_8));
        headers.add("foreign", VALUE);
        headers.add("ce_id", new byte[2000]);
        headers.add("ce_type", "last".getBytes(UTF_8));

        ProducerRecord<byte[], byte[]> lighter =
                letter(KEY, VALUE).lighter().orElseThrow().toRecord();

        assertThat(lighter.value()).isEqualTo(VALUE);
        assertThat(text(lighter.headers()))
                .containsEntry("ce_type", "last")
                .doesNotContainKeys("foreign", "ce_id")
                .containsEntry("uptext_dlt_dropped_headers", "3");
    }

    @Test
    void then_it_keeps_the_beginning_of_a_long_value_and_a_long_key_and_in_the_end_neither() {
        byte[] longer = new byte[DeadLetter.CUT + 1];
        DeadLetter cut = letter(longer, longer).lighter().orElseThrow();
        DeadLetter least = cut.lighter().orElseThrow();

        assertThat(cut.toRecord().key()).hasSize(DeadLetter.CUT);
        assertThat(cut.toRecord().value()).hasSize(DeadLetter.CUT);
        assertThat(least.toRecord().key()).isEmpty();
        assertThat(least.toRecord().value()).isEmpty();
        for (DeadLetter each : new DeadLetter[] {cut, least}) {
            assertThat(text(each.toRecord().headers()))
                    .containsEntry("uptext_dlt_key_size", Integer.toString(longer.length))
                    .containsEntry("uptext_dlt_value_size", Integer.toString(longer.length));
        }
        assertThat(least.lighter()).isEmpty();
    }

    private DeadLetter letter(byte[] key, byte[] value) {
        var record = new ConsumerRecord<>(
                Topic.INBOUND_SMS.topicName(),
                7,
                1_234_567_890_123L,
                5,
                TimestampType.CREATE_TIME,
                key.length,
                value.length,
                key,
                value,
                headers,
                Optional.empty());
        return DeadLetter.of(record, poison, "a-service", NOW);
    }

    private static Map<String, String> text(Headers headers) {
        return Arrays.stream(headers.toArray())
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }
}
