/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.telnyx;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.LineType;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.JsonBody;
import io.uptext.inbound.door.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The event in a webhook of API v2. Of them, {@code message.received} is a text that came in. */
record TelnyxEvent(JsonNode json) {

    private static final String RECEIVED = "message.received";
    private static final String SMS = "SMS";

    Reading reading() {
        Optional<String> event = string("data.event_type");
        if (event.isPresent() && !event.get().equals(RECEIVED)) {
            return new Reading.Nothing("another event than " + RECEIVED);
        }
        Optional<String> type = string("data.payload.type");
        if (type.isPresent() && !type.get().equals(SMS)) {
            return new Reading.Nothing("a message of another type than " + SMS);
        }
        return event.flatMap(_ -> type)
                .flatMap(_ -> message())
                .map(Reading::of)
                .orElseGet(() -> new Reading.Malformed("The data must have an event_type and a payload with type, id,"
                        + " from.phone_number, exactly one to.phone_number, and text."));
    }

    private Optional<DoorMessage> message() {
        // The message's id and not the event's, which belongs to one telling of it.
        Optional<String> id = filled("data.payload.id");
        Optional<String> from = string("data.payload.from.phone_number");
        Optional<String> to = JsonBody.at(json, "data.payload.to").size() == 1
                ? string("data.payload.to.0.phone_number")
                : Optional.empty();
        Optional<String> text = string("data.payload.text");
        return id.isPresent() && from.isPresent() && to.isPresent() && text.isPresent()
                ? Optional.of(new DoorMessage(id.get(), from.get(), to.get(), text.get()).from(network()))
                : Optional.empty();
    }

    private @Nullable SenderNetwork network() {
        return SenderNetwork.ofNullable(
                null,
                filled("data.payload.from.carrier").orElse(null),
                string("data.payload.from.line_type")
                        .flatMap(TelnyxEvent::lineType)
                        .orElse(null));
    }

    private static Optional<LineType> lineType(String written) {
        return switch (written) {
            case "Wireless", "Pre-Paid Wireless", "VoWiFi" -> Optional.of(LineType.MOBILE);
            case "Wireline" -> Optional.of(LineType.FIXED);
            case "VoIP" -> Optional.of(LineType.VOIP);
            default -> Optional.empty();
        };
    }

    private Optional<String> string(String path) {
        return JsonBody.string(json, path);
    }

    private Optional<String> filled(String path) {
        return JsonBody.filled(json, path);
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "TelnyxEvent[***]";
    }
}
