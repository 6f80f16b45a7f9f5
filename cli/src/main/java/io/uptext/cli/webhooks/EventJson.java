/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.topic.EventType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Events as records, for a command that has nothing of a service about it: JSON, and CloudEvents attributes in headers. */
final class EventJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
            .build();

    private static final String SOURCE = "/uptext/cli";

    private EventJson() {}

    /** The event of a record, if it is one that we know. */
    static Optional<Event> read(ConsumerRecord<byte[], byte[]> record) {
        @Nullable Header header = record.headers().lastHeader("ce_type");
        byte @Nullable [] value = record.value();
        if (header == null || header.value() == null || value == null) {
            return Optional.empty();
        }
        return EventType.ofType(new String(header.value(), UTF_8)).flatMap(type -> read(value, type));
    }

    private static Optional<Event> read(byte[] value, EventType type) {
        try {
            return Optional.<Event>ofNullable(JSON.readValue(value, type.event()))
                    .filter(event -> event instanceof Record record && isWhole(record));
        } catch (JacksonException e) {
            // A dead letter by now.
            return Optional.empty();
        }
    }

    private static boolean isWhole(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents()).allMatch(component -> {
            @Nullable Object value = value(record, component);
            return value == null
                    ? component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    : !(value instanceof Record inner) || isWhole(inner);
        });
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("events are public records", e);
        }
    }

    static ProducerRecord<byte[], byte[]> write(Event event, String key) {
        EventType type = EventType.of(event);
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", event.eventId()),
                header("ce_source", SOURCE),
                header("ce_time", event.occurredAt().toString()),
                header("content-type", "application/json"),
                header("ce_type", type.type()));
        return new ProducerRecord<>(
                type.topic().topicName(), null, key.getBytes(UTF_8), JSON.writeValueAsBytes(event), headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
