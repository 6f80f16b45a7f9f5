/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.azure;

import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One event of Event Grid, in its own schema or as a CloudEvent 1.0.
 *
 * @param type what it says it is
 * @param data what there is to say
 */
record AzureEvent(String type, JsonNode data) {

    private static final String SMS_RECEIVED = "Microsoft.Communication.SMSReceived";
    private static final String VALIDATION = "Microsoft.EventGrid.SubscriptionValidationEvent";

    /** The events of a body, which is one or an array of them; empty where something in it is none, or there is none. */
    static Optional<List<AzureEvent>> allOf(byte[] body) {
        Optional<JsonNode> json = JsonBody.parse(body);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        List<AzureEvent> events = new ArrayList<>();
        for (JsonNode each : json.get().isArray() ? json.get() : List.of(json.get())) {
            Optional<AzureEvent> event = of(each);
            if (event.isEmpty()) {
                return Optional.empty();
            }
            events.add(event.get());
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(events);
    }

    private static Optional<AzureEvent> of(JsonNode json) {
        return JsonBody.filled(json, json.has("specversion") ? "type" : "eventType")
                .map(type -> new AzureEvent(type, json.path("data")));
    }

    boolean isSms() {
        return type.equals(SMS_RECEIVED);
    }

    /** The text, if it is complete. */
    Optional<DoorMessage> message() {
        Optional<String> id = field("messageId").filter(value -> !value.isEmpty());
        Optional<String> from = field("from");
        Optional<String> to = field("to");
        Optional<String> text = field("message");
        return id.isPresent() && from.isPresent() && to.isPresent() && text.isPresent()
                ? Optional.of(new DoorMessage(id.get(), from.get(), to.get(), text.get()))
                : Optional.empty();
    }

    /** What Event Grid wants to hear before it delivers, if this is its question. */
    Optional<String> validationCode() {
        return type.equals(VALIDATION) ? JsonBody.filled(data, "validationCode") : Optional.empty();
    }

    /** Microsoft has documented the names with a capital as well; where both are there, either could be meant. */
    private Optional<String> field(String name) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        if (data.has(name) && data.has(capital)) {
            return Optional.empty();
        }
        return JsonBody.string(data, data.has(capital) ? capital : name);
    }
}
