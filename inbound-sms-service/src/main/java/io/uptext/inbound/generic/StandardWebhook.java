/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.door.SignedTime;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The three headers of a Standard Webhooks 1.0.0 request.
 *
 * @param id the message
 * @param timestamp Unix seconds of the attempt, as they are written
 * @param signatures as listed, all schemes
 */
record StandardWebhook(String id, String timestamp, List<String> signatures) {

    private static final String SCHEME = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    private static final String SECRET_PREFIX = "whsec_";
    private static final int SHORTEST_SECRET = 24;
    private static final int LONGEST_SECRET = 64;

    /** No dot: it separates the id from the timestamp in what is signed, so one inside would make that ambiguous. */
    private static final Pattern ID = Pattern.compile("[!-~&&[^.]]{1,256}");

    /** Says whether the connector's gateway has signed a request. */
    static Authenticity authenticate(RawRequest request, Connector connector) {
        Optional<StandardWebhook> webhook = of(request);
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

    /** The headers of a request, or empty where one is missing, stands twice or has another form. */
    static Optional<StandardWebhook> of(RawRequest request) {
        Optional<String> id = request.header("webhook-id").filter(StandardWebhook::isId);
        Optional<String> timestamp = request.header("webhook-timestamp")
                .filter(time -> SignedTime.ofUnixSeconds(time).isPresent());
        Optional<String> signatures = request.header("webhook-signature");
        return id.isPresent() && timestamp.isPresent() && signatures.isPresent()
                ? Optional.of(new StandardWebhook(
                        id.get(), timestamp.get(), List.of(signatures.get().split(" ", -1))))
                : Optional.empty();
    }

    private static boolean isId(String value) {
        return ID.matcher(value).matches();
    }

    /** Whether the attempt is as recent as the specification asks for, in either direction. */
    private boolean isRecent(Instant now) {
        return SignedTime.ofUnixSeconds(timestamp)
                .filter(attempt -> SignedTime.isRecent(attempt, now))
                .isPresent();
    }

    /** Whether one of its signatures is by one of these secrets; all are compared, whatever the first ones say. */
    private boolean isSigned(byte[] body, List<String> secrets) {
        byte[] head = (id + "." + timestamp + ".").getBytes(UTF_8);
        boolean signed = false;
        for (String secret : secrets) {
            byte[] key = keyOf(secret).orElseThrow(() -> new IllegalStateException("secrets are checked at the start"));
            String expected = SCHEME + Signatures.hmac(ALGORITHM, key, head, body);
            for (String signature : signatures) {
                signed |= Signatures.same(expected, signature);
            }
        }
        return signed;
    }

    /** The bytes of a secret, or empty where it is not written as the specification says. */
    static Optional<byte[]> keyOf(String secret) {
        return Stream.of(secret)
                .filter(written -> written.startsWith(SECRET_PREFIX))
                .flatMap(written -> decode(written.substring(SECRET_PREFIX.length())).stream())
                .filter(key -> key.length >= SHORTEST_SECRET && key.length <= LONGEST_SECRET)
                .findFirst();
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
