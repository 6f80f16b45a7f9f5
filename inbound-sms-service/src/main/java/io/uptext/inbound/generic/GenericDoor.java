/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.JsonBody;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.SigningDoor;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** JSON with {@code from}, {@code to} and {@code text}, signed as Standard Webhooks 1.0.0 says (scheme {@code v1}). */
public final class GenericDoor implements SigningDoor {

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.JSON_ONLY;
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
    public Reading read(RawRequest request, Connector connector) {
        return StandardWebhook.of(request)
                .flatMap(webhook -> messageOf(webhook.id(), request.body()))
                .map(Reading::of)
                .orElseGet(() -> new Reading.Malformed(
                        "The body must be a JSON object in UTF-8 with the strings from, to and text."));
    }

    private static Optional<DoorMessage> messageOf(String id, byte[] body) {
        Optional<JsonNode> json = JsonBody.parse(body);
        Optional<String> from = json.flatMap(object -> JsonBody.string(object, "from"));
        Optional<String> to = json.flatMap(object -> JsonBody.string(object, "to"));
        Optional<String> text = json.flatMap(object -> JsonBody.string(object, "text"));
        return from.isPresent() && to.isPresent() && text.isPresent()
                ? Optional.of(new DoorMessage(id, from.get(), to.get(), text.get()))
                : Optional.empty();
    }
}
