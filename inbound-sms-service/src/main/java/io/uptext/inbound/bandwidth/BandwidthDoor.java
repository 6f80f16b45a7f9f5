/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.bandwidth;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Door;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.JsonBody;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Bandwidth's messaging callback: a JSON array of events (dev.bandwidth.com/docs/messaging/webhooks). */
public final class BandwidthDoor implements Door {

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.JSON_ONLY;
    }

    @Override
    public int largestBody() {
        return MANY_MESSAGES;
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        return JsonBody.parse(request.body())
                .filter(JsonNode::isArray)
                .map(events -> Reading.ofParts(
                        events.valueStream().map(BandwidthDoor::read).toList()))
                .orElseGet(() -> new Reading.Malformed("The body must be a JSON array in UTF-8."));
    }

    private static Reading read(JsonNode event) {
        Optional<String> type = JsonBody.string(event, "type");
        if (type.isEmpty()) {
            return new Reading.Malformed("An event must be an object with a type.");
        }
        if (!type.get().equals("message-received")) {
            return new Reading.Nothing("another event than message-received");
        }
        if (!JsonBody.at(event, "message.media").isEmpty()) {
            return new Reading.Nothing("a picture message");
        }
        return messageOf(event)
                .map(Reading::of)
                .orElseGet(() -> new Reading.Malformed("A received message must have the strings to, message.id,"
                        + " which is not empty, message.from and message.text."));
    }

    /** The number that was texted is the event's: the message names everybody in a group. */
    private static Optional<DoorMessage> messageOf(JsonNode event) {
        Optional<String> id = JsonBody.filled(event, "message.id");
        Optional<String> from = JsonBody.string(event, "message.from");
        Optional<String> to = JsonBody.string(event, "to");
        Optional<String> text = JsonBody.string(event, "message.text");
        return id.isPresent() && from.isPresent() && to.isPresent() && text.isPresent()
                ? Optional.of(new DoorMessage(id.get(), from.get(), to.get(), text.get())
                        .from(JsonBody.filled(event, "carrierName")
                                .map(carrier -> new SenderNetwork(null, carrier, null))
                                .orElse(null)))
                : Optional.empty();
    }
}
