/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.telnyx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.JsonBody;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.SignedTime;
import io.uptext.inbound.door.SigningDoor;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Telnyx's messaging webhook, API v2: JSON, signed with Telnyx's own Ed25519 key over the time and the body
 * (developers.telnyx.com/docs/messaging/messages/receiving-webhooks). The secrets of a connector are public keys, and no
 * secrets.
 */
public final class TelnyxDoor implements SigningDoor {

    private static final String SIGNATURE = "telnyx-signature-ed25519";
    private static final String TIMESTAMP = "telnyx-timestamp";

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.JSON_ONLY;
    }

    @Override
    public Optional<String> flawOf(Connector connector) {
        return connector.secrets().stream()
                        .allMatch(key -> Ed25519.publicKey(key).isPresent())
                ? Optional.empty()
                : Optional.of("secrets are the account's public keys as Telnyx shows them: 32 bytes in base64");
    }

    @Override
    public Authenticity authenticate(RawRequest request, Connector connector) {
        Optional<String> signature = request.header(SIGNATURE);
        Optional<String> timestamp = request.header(TIMESTAMP);
        Optional<Instant> signedAt = timestamp.flatMap(SignedTime::ofUnixSeconds);
        if (signature.isEmpty() || timestamp.isEmpty() || signedAt.isEmpty()) {
            return new Authenticity.Forged(
                    "There is not one " + SIGNATURE + " header and one " + TIMESTAMP + " header in Unix seconds.");
        }
        if (!SignedTime.isRecent(signedAt.get(), request.receivedAt())) {
            return new Authenticity.Forged("The timestamp is more than five minutes away from our time.");
        }
        byte[] head = (timestamp.get() + "|").getBytes(UTF_8);
        return connector.secrets().stream()
                        .map(TelnyxDoor::keyOf)
                        .anyMatch(key -> Ed25519.isSigned(key, signature.get(), head, request.body()))
                ? new Authenticity.Genuine()
                : new Authenticity.Forged("No public key matches the signature, the timestamp and the body.");
    }

    private static PublicKey keyOf(String secret) {
        return Ed25519.publicKey(secret)
                .orElseThrow(() -> new IllegalStateException("public keys are checked at the start"));
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        return JsonBody.parse(request.body())
                .map(TelnyxEvent::new)
                .map(TelnyxEvent::reading)
                .orElseGet(() -> new Reading.Malformed("The body must be JSON in UTF-8."));
    }
}
