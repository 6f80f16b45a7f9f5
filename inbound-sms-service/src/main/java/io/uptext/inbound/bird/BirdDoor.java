/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.bird;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.JsonBody;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.PublicUrls;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.door.SignedTime;
import io.uptext.inbound.door.SigningDoor;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The webhook of Bird's Channels API: JSON, signed over the time, the public URL and the body
 * (docs.bird.com, Notifications API, "Verifying a webhook subscription").
 */
public final class BirdDoor implements SigningDoor {

    private static final String SIGNATURE = "messagebird-signature";
    private static final String TIMESTAMP = "messagebird-request-timestamp";

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.JSON_ONLY;
    }

    @Override
    public Set<String> options() {
        return Set.of(Channels.OPTION);
    }

    @Override
    public Optional<String> flawOf(Connector connector) {
        return PublicUrls.flawOf(connector).or(() -> Channels.flawOf(connector));
    }

    @Override
    public Authenticity authenticate(RawRequest request, Connector connector) {
        Optional<String> signature = request.header(SIGNATURE);
        Optional<String> timestamp = request.header(TIMESTAMP);
        if (signature.isEmpty() || timestamp.isEmpty()) {
            return new Authenticity.Forged("There is not one " + SIGNATURE + " and one " + TIMESTAMP + " header.");
        }
        if (SignedTime.ofUnixSeconds(timestamp.get())
                .filter(signed -> SignedTime.isRecent(signed, request.receivedAt()))
                .isEmpty()) {
            return new Authenticity.Forged("The timestamp is more than five minutes away from our time.");
        }
        boolean signed = false;
        String url = PublicUrls.withQuery(connector, request);
        for (String secret : connector.secrets()) {
            String expected = BirdSignature.of(secret, timestamp.get(), url, request.body());
            signed |= Signatures.same(expected, signature.get());
        }
        return signed
                ? new Authenticity.Genuine()
                : new Authenticity.Forged("The signature does not match the timestamp, the public URL and the body.");
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        Optional<JsonNode> json = JsonBody.parse(request.body());
        Optional<String> event = json.flatMap(body -> JsonBody.string(body, "event"));
        if (json.isEmpty() || event.isEmpty()) {
            return new Reading.Malformed("The body must be a JSON object in UTF-8 with an event.");
        }
        if (!event.get().equals("sms.inbound")) {
            return new Reading.Nothing("another event than sms.inbound");
        }
        JsonNode payload = json.get().path("payload");
        if (JsonBody.string(payload, "body.type")
                .filter(type -> !type.equals("text"))
                .isPresent()) {
            return new Reading.Nothing("a message that is no text");
        }
        return messageOf(payload, connector)
                .map(Reading::of)
                .orElseGet(() -> new Reading.Malformed("The payload must have an id, sender.contact.identifierValue,"
                        + " body.text.text and either a receiver.connector.identifierValue or a channelId that"
                        + " options.channels has."));
    }

    private static Optional<DoorMessage> messageOf(JsonNode payload, Connector connector) {
        Optional<String> id = JsonBody.filled(payload, "id");
        Optional<String> from = JsonBody.string(payload, "sender.contact.identifierValue");
        Optional<String> text = JsonBody.string(payload, "body.text.text");
        Optional<String> to = JsonBody.string(payload, "channelId")
                .map(Channels.of(connector)::get)
                .or(() -> JsonBody.filled(payload, "receiver.connector.identifierValue"));
        return id.isPresent() && from.isPresent() && to.isPresent() && text.isPresent()
                ? Optional.of(new DoorMessage(id.get(), from.get(), to.get(), text.get()))
                : Optional.empty();
    }
}
