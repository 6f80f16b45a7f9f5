/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.topic.EventType;
import io.uptext.platform.json.Json;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;

/** Writes the outcome of which there are most field by field, for the same reason as {@link EventReading} reads so. */
final class EventWriting {

    /** Most confirmations are shorter, in bytes. */
    private static final int USUAL_LENGTH = 512;

    private static final Map<EventType, ObjectWriter> WRITERS = new EnumMap<>(EventType.class);

    static {
        for (EventType type : EventType.values()) {
            WRITERS.put(type, Json.MAPPER.writerFor(type.event()));
        }
    }

    private EventWriting() {}

    static byte[] write(Event event, EventType type) {
        return event instanceof AuthConfirmed confirmed ? write(confirmed) : bind(event, type);
    }

    /** As the mapper writes it; for what is written by hand this is what it must look like. */
    static byte[] bind(Event event, EventType type) {
        return Objects.requireNonNull(WRITERS.get(type)).writeValueAsBytes(event);
    }

    private static byte[] write(AuthConfirmed confirmed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringProperty("challengeId", confirmed.challengeId().value());
            json.writeStringProperty("relyingParty", confirmed.relyingParty().value());
            json.writeStringProperty("msisdn", confirmed.msisdn().e164());
            json.writeStringProperty("messageId", confirmed.messageId().value());
            json.writeStringProperty("connector", confirmed.connector().value());
            json.writeStringProperty("routeTrust", confirmed.routeTrust().name());
            json.writeStringProperty("receivedAt", Json.format(confirmed.receivedAt()));
            @Nullable SenderNetwork network = confirmed.network();
            if (network != null) {
                json.writePOJOProperty("network", network);
            }
            @Nullable Instant decidedAt = confirmed.decidedAt();
            if (decidedAt != null) {
                json.writeStringProperty("decidedAt", Json.format(decidedAt));
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
