/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Door;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.StrictUtf8;
import io.uptext.platform.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** JSON with {@code from}, {@code to} and {@code text}, signed as Standard Webhooks 1.0.0 says (scheme {@code v1}). */
public final class GenericDoor implements Door {

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public Optional<String> flawOf(Connector connector) {
        return connector.secrets().stream()
                        .allMatch(secret -> StandardWebhook.keyOf(secret).isPresent())
                ? Optional.empty()
                : Optional.of("secrets are written whsec_ and 24 to 64 random bytes in base64");
    }

    @Override
    public Authenticity authenticate(RawRequest request, Connector connector) {
        Optional<StandardWebhook> webhook = StandardWebhook.of(request);
        if (webhook.isEmpty()) {
            return new Authenticity.Forged(
                    "There is not one well-formed webhook-id, webhook-timestamp and webhook-signature header each.");
        }
        if (!webhook.get().isRecent(request.receivedAt())) {
            return new Authenticity.Forged("The timestamp is more than five minutes away from our time.");
        }
        return webhook.get().isSigned(request.body(), connector.secrets())
                ? new Authenticity.Genuine()
                : new Authenticity.Forged("No v1 signature matches the id, the timestamp and the body.");
    }

    @Override
    public Reading read(RawRequest request) {
        return StandardWebhook.of(request)
                .flatMap(webhook -> messageOf(webhook.id(), request.body()))
                .<Reading>map(message -> new Reading.Messages(List.of(message)))
                .orElseGet(() -> new Reading.Malformed(
                        "The body must be a JSON object in UTF-8 with the strings from, to and text."));
    }

    private static Optional<DoorMessage> messageOf(String id, byte[] body) {
        Optional<JsonNode> json = StrictUtf8.decode(body).flatMap(GenericDoor::parse);
        Optional<String> from = json.flatMap(object -> string(object, "from"));
        Optional<String> to = json.flatMap(object -> string(object, "to"));
        Optional<String> text = json.flatMap(object -> string(object, "text"));
        return from.isPresent() && to.isPresent() && text.isPresent()
                ? Optional.of(new DoorMessage(id, from.get(), to.get(), text.get()))
                : Optional.empty();
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(Json.MAPPER.readTree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> string(JsonNode object, String name) {
        return object.path(name).stringValueOpt().filter(StrictUtf8::canEncode);
    }
}
