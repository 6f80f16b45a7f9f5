/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.uptext.contracts.event.Event;
import io.uptext.contracts.topic.EventType;
import io.uptext.platform.json.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Events as Kafka records: JSON with CloudEvents 1.0 attributes in the headers (Kafka protocol binding, binary mode).
 *
 * <p>A type is looked up in the fixed table of {@link EventType}. No header ever names a Java class.
 */
public final class EventRecords {

    private static final String TYPE = "ce_type";
    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header JSON_CONTENT = header("content-type", "application/json");
    private static final Map<EventType, Header> TYPES = new EnumMap<>(EventType.class);

    static {
        for (EventType type : EventType.values()) {
            TYPES.put(type, header(TYPE, type.type()));
        }
    }

    private EventRecords() {}

    /**
     * Writes an event for its topic.
     *
     * @param key what its topic is keyed by
     * @param source the service that writes (CloudEvents {@code source})
     */
    public static ProducerRecord<byte[], byte[]> write(Event event, String key, String source) {
        EventType type = EventType.of(event);
        List<Header> headers = List.of(
                SPEC_VERSION,
                header("ce_id", event.eventId()),
                header("ce_source", "/uptext/" + source),
                header("ce_time", Json.format(event.occurredAt())),
                JSON_CONTENT,
                // Whoever reads looks for it from the end.
                requireNonNull(TYPES.get(type)));
        byte[] value = EventWriting.write(event, type);
        return new ProducerRecord<>(type.topic().topicName(), null, key.getBytes(UTF_8), value, headers);
    }

    /**
     * Reads the event of a record.
     *
     * @throws PoisonException if it has no type, or one that does not belong on this topic, or a value that is not such
     *     an event
     */
    public static Event read(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        EventType type = EventType.ofType(typeOf(record)).orElseThrow(() -> new PoisonException("unknown ce_type"));
        if (!type.topic().topicName().equals(record.topic())) {
            throw new PoisonException("ce_type " + type.type() + " does not belong on this topic");
        }
        byte @Nullable [] value = record.value();
        if (value == null) {
            throw new PoisonException("no value");
        }
        return parse(value, type);
    }

    private static Event parse(byte[] value, EventType type) throws PoisonException {
        try {
            @Nullable Event event = EventReading.read(value, type);
            if (event == null) {
                throw new PoisonException("the value is null");
            }
            return event;
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever reading does with these bytes, it will do again, and the partition would stand still for ever.
            // Without the cause: Jackson quotes the value, which may hold a number, a code or a text.
            throw new PoisonException("the value is not a " + type.type());
        }
    }

    /**
     * Reads the key of a record.
     *
     * @throws PoisonException if it has none
     */
    public static String key(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        byte @Nullable [] key = record.key();
        if (key == null) {
            throw new PoisonException("no key");
        }
        return new String(key, UTF_8);
    }

    private static String typeOf(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        Header header = record.headers().lastHeader(TYPE);
        if (header == null || header.value() == null) {
            throw new PoisonException("no ce_type");
        }
        return new String(header.value(), UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
