/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.sinch;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.JsonBody;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.SignedTime;
import io.uptext.inbound.door.SigningDoor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Callbacks of Sinch's SMS API, signed where a service plan has a webhook secret, and else by whatever the account manager
 * has set up (developers.sinch.com/docs/sms/api-reference/sms/webhooks).
 */
public final class SinchDoor implements SigningDoor {

    private static final String TEXT = "mo_text";

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.JSON_ONLY;
    }

    @Override
    public Set<Authentication> authentications() {
        return EnumSet.allOf(Authentication.class);
    }

    @Override
    public Authenticity authenticate(RawRequest request, Connector connector) {
        Optional<SinchSignature> signature = SinchSignature.of(request);
        if (signature.isEmpty()) {
            return new Authenticity.Forged("There is not one x-sinch-webhook-signature header, one that ends in -nonce,"
                    + " one that ends in -timestamp, and HmacSHA256 in one that ends in -algorithm.");
        }
        if (!SignedTime.isRecent(signature.get().signedAt(), request.receivedAt())) {
            return new Authenticity.Forged("The timestamp is more than five minutes away from our time.");
        }
        return signature.get().isOver(request.body(), connector.secrets())
                ? new Authenticity.Genuine()
                : new Authenticity.Forged("The signature does not match the body, the nonce and the timestamp.");
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        Optional<JsonNode> callback = JsonBody.parse(request.body());
        Optional<String> type = callback.flatMap(json -> JsonBody.string(json, "type"));
        if (type.filter(written -> !written.equals(TEXT)).isPresent()) {
            return new Reading.Nothing("a callback of another type than " + TEXT);
        }
        return type.flatMap(_ -> callback)
                .flatMap(SinchDoor::messageOf)
                .map(Reading::of)
                .orElseGet(() -> new Reading.Malformed("The body must be a JSON object in UTF-8 with the strings type,"
                        + " id, which is not empty, from, to and body."));
    }

    private static Optional<DoorMessage> messageOf(JsonNode json) {
        Optional<String> id = JsonBody.filled(json, "id");
        Optional<String> from = JsonBody.string(json, "from");
        Optional<String> to = JsonBody.string(json, "to");
        Optional<String> body = JsonBody.string(json, "body");
        return id.isPresent() && from.isPresent() && to.isPresent() && body.isPresent()
                ? Optional.of(new DoorMessage(id.get(), from.get(), to.get(), body.get()).from(networkOf(json)))
                : Optional.empty();
    }

    private static @Nullable SenderNetwork networkOf(JsonNode json) {
        return SenderNetwork.ofNullable(
                JsonBody.string(json, "operator_id").flatMap(NetworkCode::of).orElse(null), null, null);
    }
}
