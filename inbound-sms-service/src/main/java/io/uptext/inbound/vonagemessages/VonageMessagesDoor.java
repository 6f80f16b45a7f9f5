/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.vonagemessages;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.JsonBody;
import io.uptext.inbound.door.Jwt;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.door.SignedTime;
import io.uptext.inbound.door.SigningDoor;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The webhook of Vonage's Messages API, version 1: JSON, with a bearer token that is signed with the account's signature
 * secret and holds a digest of the body (developer.vonage.com/en/getting-started/concepts/webhooks, signed webhooks).
 */
public final class VonageMessagesDoor implements SigningDoor {

    /** The option that names the account whose tokens count. */
    static final String API_KEY_OPTION = "api-key";

    private static final String BEARER = "Bearer ";
    private static final Set<Jwt.Algorithm> ALGORITHMS = Set.of(Jwt.Algorithm.HS256);

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.JSON_ONLY;
    }

    @Override
    public Set<String> options() {
        return Set.of(API_KEY_OPTION);
    }

    @Override
    public Optional<String> flawOf(Connector connector) {
        return connector
                .option(API_KEY_OPTION)
                .filter(key -> key.isBlank() || !key.equals(key.strip()))
                .map(_ -> "options.api-key is the API key of the account, as the dashboard shows it");
    }

    @Override
    public Authenticity authenticate(RawRequest request, Connector connector) {
        Optional<Jwt> token = request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(
                        value -> Jwt.verify(value.substring(BEARER.length()).strip(), ALGORITHMS, connector.secrets()));
        return token.map(claims -> judge(claims, request, connector))
                .orElseGet(() -> new Authenticity.Forged(
                        "There is not one Authorization header with a bearer token that is signed (HS256)."));
    }

    private static Authenticity judge(Jwt claims, RawRequest request, Connector connector) {
        if (claims.time("iat")
                .filter(issued -> SignedTime.isRecent(issued, request.receivedAt()))
                .isEmpty()) {
            return new Authenticity.Forged("The token was not issued within five minutes of our time.");
        }
        if (connector
                .option(API_KEY_OPTION)
                .filter(key -> !claims.is("api_key", key))
                .isPresent()) {
            return new Authenticity.Forged("The token is for another account.");
        }
        // Vonage calls this check optional. Without it a token proves nothing about the message that it came with.
        return claims.is("payload_hash", Signatures.sha256Hex(request.body()))
                ? new Authenticity.Genuine()
                : new Authenticity.Forged("The token is not for this body.");
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        Optional<JsonNode> json = JsonBody.parse(request.body()).filter(JsonNode::isObject);
        Optional<String> channel = json.flatMap(object -> JsonBody.string(object, "channel"));
        if (json.isEmpty() || channel.isEmpty()) {
            return new Reading.Malformed("The body must be a JSON object in UTF-8 with a channel.");
        }
        if (!channel.get().equals("sms")) {
            return new Reading.Nothing("a message of another channel than SMS");
        }
        if (json.get().has("status")) {
            return new Reading.Nothing("the status of a message that was sent");
        }
        if (JsonBody.string(json.get(), "message_type")
                .filter(type -> !type.equals("text"))
                .isPresent()) {
            return new Reading.Nothing("a message that is no text");
        }
        return messageOf(json.get())
                .map(Reading::of)
                .orElseGet(() -> new Reading.Malformed(
                        "The strings message_uuid, which is not empty, from, to and text must be there."));
    }

    private static Optional<DoorMessage> messageOf(JsonNode json) {
        Optional<String> id = JsonBody.filled(json, "message_uuid");
        Optional<String> from = JsonBody.string(json, "from");
        Optional<String> to = JsonBody.string(json, "to");
        Optional<String> text = JsonBody.string(json, "text");
        return id.isPresent() && from.isPresent() && to.isPresent() && text.isPresent()
                ? Optional.of(new DoorMessage(id.get(), from.get(), to.get(), text.get()).from(networkOf(json)))
                : Optional.empty();
    }

    private static @Nullable SenderNetwork networkOf(JsonNode json) {
        return SenderNetwork.ofNullable(
                JsonBody.string(json, "origin.network_code")
                        .flatMap(NetworkCode::of)
                        .orElse(null),
                null,
                null);
    }
}
