/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.uptext.contracts.event.Event;
import io.uptext.contracts.topic.EventType;
import io.uptext.contracts.topic.Topic;
import io.uptext.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class EventRecordsTests {

    /** The number and the code of the samples; no message of ours may repeat them. */
    private static final String[] CANARIES = {"46701234567", "7KQ4M2XHC", "ACME LOGIN"};

    private static final String SMS = EventType.INBOUND_SMS_RECEIVED.type();
    private static final String SMS_TOPIC = Topic.INBOUND_SMS.topicName();

    @ParameterizedTest
    @EnumSource
    void anEventComesBackAsItWasWritten(EventType type) throws PoisonException {
        byte[] sample = sample(type.type());
        Event event = EventRecords.read(received(type.topic().topicName(), type.type(), sample));

        ProducerRecord<byte[], byte[]> written = EventRecords.write(event, "the key", "a-service");
        assertThat(written.topic()).isEqualTo(type.topic().topicName());
        assertThat(written.key()).isEqualTo("the key".getBytes(UTF_8));
        assertThat(Json.MAPPER.readTree(written.value())).isEqualTo(Json.MAPPER.readTree(sample));
        assertThat(EventRecords.read(received(written))).isEqualTo(event);
        assertThat(EventRecords.key(received(written))).isEqualTo("the key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.uptext.challenge.created.v1", "io.uptext.inbound-sms.received.v1"})
    void anEventWithoutWhatMayBeAbsentStaysWithout(String type) throws PoisonException {
        byte[] least = sample(type + ".least");
        String topic = EventType.ofType(type).orElseThrow().topic().topicName();
        Event event = EventRecords.read(received(topic, type, least));
        assertThat(Json.MAPPER.readTree(
                        EventRecords.write(event, "key", "a-service").value()))
                .isEqualTo(Json.MAPPER.readTree(least));
    }

    @ParameterizedTest
    @EnumSource
    void theHeadersAreThoseOfCloudEvents(EventType type) throws PoisonException {
        Event event = EventRecords.read(received(type.topic().topicName(), type.type(), sample(type.type())));
        var headers = EventRecords.write(event, "key", "a-service").headers();
        assertThat(headers)
                .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .containsExactly(
                        "ce_specversion=1.0",
                        "ce_id=" + event.eventId(),
                        "ce_source=/uptext/a-service",
                        "ce_time=" + Json.format(event.occurredAt()),
                        "content-type=application/json",
                        "ce_type=" + type.type());
    }

    static Stream<Arguments> poison() {
        String good = new String(sample(SMS), UTF_8);
        return Stream.of(
                Arguments.of("no ce_type", SMS_TOPIC, null, good),
                Arguments.of("unknown ce_type", SMS_TOPIC, "", good),
                Arguments.of("unknown ce_type", SMS_TOPIC, "io.uptext.inbound-sms.received.v2", good),
                Arguments.of("unknown ce_type", SMS_TOPIC, "io.uptext.contracts.event.InboundSmsReceived", good),
                Arguments.of("unknown ce_type", SMS_TOPIC, "+46701234567", good),
                Arguments.of(
                        "ce_type io.uptext.inbound-sms.received.v1 does not belong on this topic",
                        Topic.CHALLENGES.topicName(),
                        SMS,
                        good),
                Arguments.of("no value", SMS_TOPIC, SMS, null),
                Arguments.of("the value is null", SMS_TOPIC, SMS, "null"),
                notAnSms(""),
                notAnSms("{"),
                notAnSms(good.substring(0, good.length() / 2)),
                notAnSms(good + "{}"),
                notAnSms("[]"),
                notAnSms("\"+46701234567\""),
                notAnSms("+46701234567"),
                notAnSms("[".repeat(100_000)),
                notAnSms(good.replace("\"sender\":", "\"sender\": \"+46701234567\", \"sender\":")),
                notAnSms(good.replace("\"+46701234567\"", "\"0046701234567\"")),
                notAnSms(good.replace("\"+46701234567\"", "{\"e164\": \"+46701234567\"}")),
                notAnSms(good.replace("\"7KQ4M2XHC\"", "\"7KQ4M2XHD\"")),
                notAnSms(good.replace("\"T2\"", "\"T46701234567\"")),
                notAnSms(good.replace("2026-11-24T08:00:21.417Z", "46701234567 o'clock")),
                notAnSms(good.replace("ACME LOGIN", "ACME LOGIN".repeat(100_000))));
    }

    private static Arguments notAnSms(String value) {
        return Arguments.of("the value is not a " + SMS, SMS_TOPIC, SMS, value);
    }

    @ParameterizedTest
    @MethodSource
    void poison(String reason, String topic, @Nullable String type, @Nullable String value) {
        var record = received(topic, type, value == null ? null : value.getBytes(UTF_8));
        assertThatExceptionOfType(PoisonException.class)
                .isThrownBy(() -> EventRecords.read(record))
                .withMessage(reason)
                .withNoCause();
    }

    @Test
    void bytesThatAreNotUtf8ArePoison() {
        byte[] bytes = new byte[4096];
        Arrays.fill(bytes, (byte) 0xff);
        assertThatExceptionOfType(PoisonException.class)
                .isThrownBy(() -> EventRecords.read(received(SMS_TOPIC, SMS, bytes)));
    }

    @Test
    void aStackThatEndsWhileReadingIsPoisonAndNoError() throws PoisonException {
        var record = received(SMS_TOPIC, SMS, sample(SMS));
        // Everything is loaded by then.
        assertThat(EventRecords.read(record)).isNotNull();
        assertThat(below(record, Integer.MAX_VALUE)).hasMessage("the value is not a " + SMS);
    }

    /** Goes down until there is no more room for reading, and a bit up until there is room for saying so. */
    private static PoisonException below(ConsumerRecord<byte[], byte[]> record, int levels) {
        try {
            if (levels > 0) {
                return below(record, levels - 1);
            }
        } catch (StackOverflowError e) {
            // Here it ends; above it there is room.
        }
        try {
            throw new AssertionError("there was room for " + EventRecords.read(record));
        } catch (PoisonException poison) {
            return poison;
        }
    }

    static Stream<Arguments> requiredFields() {
        return Arrays.stream(EventType.values())
                .flatMap(type -> Json.MAPPER.readTree(least(type)).propertyNames().stream()
                        .map(field -> Arguments.of(type, field)));
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void anEventWithoutOneRequiredFieldIsPoison(EventType type, String field) {
        ObjectNode without = (ObjectNode) Json.MAPPER.readTree(least(type));
        without.remove(field);
        assertPoison(type, without, field);
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void anEventWithNullInARequiredFieldIsPoison(EventType type, String field) {
        ObjectNode gap = (ObjectNode) Json.MAPPER.readTree(least(type));
        gap.putNull(field);
        assertPoison(type, gap, field);
    }

    private static void assertPoison(EventType type, ObjectNode value, String field) {
        var record = received(type.topic().topicName(), type.type(), Json.MAPPER.writeValueAsBytes(value));
        var poison =
                Objects.requireNonNull(catchThrowableOfType(PoisonException.class, () -> EventRecords.read(record)));
        assertThat(poison).hasMessage("the value has no " + field).hasNoCause();
        assertThat(poison.toString()).doesNotContain(CANARIES);
    }

    @Test
    void metadataWithANullIsPoison() {
        ObjectNode created = (ObjectNode) Json.MAPPER.readTree(sample(EventType.CHALLENGE_CREATED.type()));
        created.putObject("metadata").putNull("session");
        var record = received(
                Topic.CHALLENGES.topicName(),
                EventType.CHALLENGE_CREATED.type(),
                Json.MAPPER.writeValueAsBytes(created));
        assertThatExceptionOfType(PoisonException.class).isThrownBy(() -> EventRecords.read(record));
    }

    @Test
    @SuppressWarnings("NullAway") // A record's key can be null, whatever the client's types say.
    void aRecordWithoutAKeyIsPoison() {
        var record = new ConsumerRecord<byte[], byte[]>(SMS_TOPIC, 0, 0, null, new byte[0]);
        assertThatExceptionOfType(PoisonException.class)
                .isThrownBy(() -> EventRecords.key(record))
                .withMessage("no key");
    }

    private static byte[] least(EventType type) {
        String name = type.type() + ".least";
        return sample(find(name).isPresent() ? name : type.type());
    }

    private static byte[] sample(String name) {
        return find(name).orElseThrow();
    }

    private static Optional<byte[]> find(String name) {
        try (@Nullable InputStream file = EventType.class.getResourceAsStream("/uptext/samples/" + name + ".json")) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConsumerRecord<byte[], byte[]> received(
            String topic, @Nullable String type, byte @Nullable [] value) {
        RecordHeaders headers = new RecordHeaders();
        if (type != null) {
            headers.add("ce_type", type.getBytes(UTF_8));
        }
        return received(topic, "key".getBytes(UTF_8), value, headers);
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        return received(sent.topic(), sent.key(), sent.value(), new RecordHeaders(sent.headers()));
    }

    @SuppressWarnings("NullAway") // A record's value can be null, whatever the client's types say.
    private static ConsumerRecord<byte[], byte[]> received(
            String topic, byte[] key, byte @Nullable [] value, RecordHeaders headers) {
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                key.length,
                value == null ? -1 : value.length,
                key,
                value,
                headers,
                Optional.empty());
    }
}
