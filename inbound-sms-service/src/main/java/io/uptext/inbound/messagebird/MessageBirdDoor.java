/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.messagebird;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.Jwt;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.PublicUrls;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.door.SigningDoor;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * MessageBird's callback for received texts: a form or a query, with a token that holds digests of the public URL and of the
 * body and is good for a minute (developers.messagebird.com/docs/verify-http-requests).
 */
public final class MessageBirdDoor implements SigningDoor {

    private static final String SIGNATURE = "MessageBird-Signature-JWT";
    private static final String ISSUER = "MessageBird";
    private static final Set<Jwt.Algorithm> ALGORITHMS = EnumSet.allOf(Jwt.Algorithm.class);

    /** How far MessageBird's clock may be from ours, as in its own libraries. */
    private static final Duration LEEWAY = Duration.ofSeconds(1);

    @Override
    public Set<String> methods() {
        return Set.of("POST", "GET");
    }

    @Override
    public Set<String> mediaTypes() {
        return MediaTypes.FORM_ONLY;
    }

    @Override
    public Optional<String> flawOf(Connector connector) {
        return PublicUrls.flawOf(connector);
    }

    @Override
    public Authenticity authenticate(RawRequest request, Connector connector) {
        return request.header(SIGNATURE)
                .flatMap(token -> Jwt.verify(token, ALGORITHMS, connector.secrets()))
                .map(claims -> judge(claims, request, connector))
                .orElseGet(() ->
                        new Authenticity.Forged("There is not one " + SIGNATURE + " header with a signed token."));
    }

    private static Authenticity judge(Jwt claims, RawRequest request, Connector connector) {
        if (!claims.is("iss", ISSUER)) {
            return new Authenticity.Forged("The token is not issued by " + ISSUER + ".");
        }
        if (!isCurrent(claims, request.receivedAt())) {
            return new Authenticity.Forged(
                    "The token is not valid yet, not valid any more, or does not say until when.");
        }
        String url = PublicUrls.withQuery(connector, request);
        if (!claims.is("url_hash", Signatures.sha256Hex(url.getBytes(UTF_8)))) {
            return new Authenticity.Forged("The token is not for the public URL with this query.");
        }
        return isForBody(claims, request.body())
                ? new Authenticity.Genuine()
                : new Authenticity.Forged("The token is not for this body.");
    }

    private static boolean isCurrent(Jwt claims, Instant now) {
        Optional<Instant> start = claims.time("nbf").map(time -> time.minus(LEEWAY));
        Optional<Instant> end = claims.time("exp").map(time -> time.plus(LEEWAY));
        return start.isPresent() && end.isPresent() && !now.isBefore(start.get()) && !now.isAfter(end.get());
    }

    /** The digest is there if and only if a body is, so that nobody adds one to a GET or takes one away. */
    private static boolean isForBody(Jwt claims, byte[] body) {
        return body.length == 0 ? !claims.has("payload_hash") : claims.is("payload_hash", Signatures.sha256Hex(body));
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        return Form.of(request).map(Callback::read).orElseGet(() -> new Reading.Malformed("The form cannot be read."));
    }
}
