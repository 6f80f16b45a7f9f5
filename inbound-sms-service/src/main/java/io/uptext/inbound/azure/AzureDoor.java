/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.azure;

import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Door;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.platform.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A webhook of Azure Event Grid for SMS of Azure Communication Services, unsigned
 * (learn.microsoft.com/azure/event-grid/communication-services-telephony-sms-events).
 *
 * <p>Both of its schemas ask first whether the address is meant. That question proves nothing, so it has to prove itself as
 * every request does; and nothing that it names is fetched.
 */
public final class AzureDoor implements Door {

    private static final Set<String> MEDIA_TYPES =
            Set.of(MediaTypes.JSON, "application/cloudevents+json", "application/cloudevents-batch+json");
    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z0-9.-]{1,253}");

    @Override
    public Set<String> methods() {
        return Set.of("POST", "OPTIONS");
    }

    @Override
    public Set<String> mediaTypes() {
        return MEDIA_TYPES;
    }

    @Override
    public int largestBody() {
        return MANY_MESSAGES;
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        return request.method().equals("OPTIONS")
                ? permission(request)
                : AzureEvent.allOf(request.body())
                        .map(AzureDoor::read)
                        .orElseGet(() -> new Reading.Malformed(
                                "The body must be an event of Event Grid or a CloudEvent, or an array of some."));
    }

    /** The question of CloudEvents ("HTTP 1.1 Web Hooks for Event Delivery", 4): may this origin deliver here? */
    private static Reading permission(RawRequest request) {
        return request.header("WebHook-Request-Origin")
                .filter(origin -> ORIGIN.matcher(origin).matches())
                .<Reading>map(origin -> new Reading.Handshake(new Answer(
                        Answer.OK.status(), Map.of("WebHook-Allowed-Origin", origin, "WebHook-Allowed-Rate", "*"), "")))
                .orElseGet(() -> new Reading.Malformed("There must be one WebHook-Request-Origin, a name in DNS."));
    }

    private static Reading read(List<AzureEvent> events) {
        Optional<String> validationCode = events.size() == 1 ? events.getFirst().validationCode() : Optional.empty();
        if (validationCode.isPresent()) {
            return new Reading.Handshake(Answer.ok(
                    MediaTypes.JSON,
                    Json.MAPPER.writeValueAsString(Map.of("validationResponse", validationCode.get()))));
        }
        // Azure does not deliver again after a 400, so good texts are not lost for a bad one beside them.
        return Reading.ofParts(events.stream().map(AzureDoor::read).toList());
    }

    private static Reading read(AzureEvent event) {
        return event.isSms()
                ? event.message()
                        .map(Reading::of)
                        .orElseGet(
                                () -> new Reading.Malformed(
                                        "The event must have a messageId, which is not empty, from, to and message in its data."))
                : new Reading.Nothing("another event of Event Grid");
    }
}
