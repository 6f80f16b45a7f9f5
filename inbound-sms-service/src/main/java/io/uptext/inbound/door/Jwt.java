/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The claims of a token that a provider has signed: a compact JWS (RFC 7515 7.1) with an HMAC. Nobody else has one. */
public final class Jwt {

    /** The HMACs of RFC 7518 3.2, by their names in a header. */
    public enum Algorithm {
        /** With SHA-256. */
        HS256("HmacSHA256"),
        /** With SHA-384. */
        HS384("HmacSHA384"),
        /** With SHA-512. */
        HS512("HmacSHA512");

        private final String mac;

        Algorithm(String mac) {
            this.mac = mac;
        }
    }

    private static final int PARTS = 3;

    private final JsonNode claims;

    private Jwt(JsonNode claims) {
        this.claims = claims;
    }

    /**
     * The claims of a token, if one of these secrets has signed it.
     *
     * @param compact the token as it came
     * @param allowed the algorithms of the provider; the token only says which of them it is
     * @param secrets the keys, as text whose UTF-8 bytes count
     */
    public static Optional<Jwt> verify(String compact, Set<Algorithm> allowed, List<String> secrets) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        return object(parts[0])
                .flatMap(header -> algorithm(header, allowed))
                .filter(algorithm -> isSigned(parts, algorithm, secrets))
                .flatMap(_ -> object(parts[1]))
                .map(Jwt::new);
    }

    /** A critical extension changes what a token means (RFC 7515 4.1.11). We know none, so none passes. */
    private static Optional<Algorithm> algorithm(JsonNode header, Set<Algorithm> allowed) {
        return JsonBody.string(header, "alg")
                .filter(_ -> !header.has("crit"))
                .flatMap(name -> allowed.stream()
                        .filter(algorithm -> algorithm.name().equals(name))
                        .findFirst());
    }

    private static boolean isSigned(String[] parts, Algorithm algorithm, List<String> secrets) {
        byte[] input = (parts[0] + "." + parts[1]).getBytes(UTF_8);
        boolean signed = false;
        for (String secret : secrets) {
            byte[] mac = Signatures.mac(algorithm.mac, secret.getBytes(UTF_8), input);
            signed |= Signatures.same(encode(mac), parts[2]);
        }
        return signed;
    }

    private static Optional<JsonNode> object(String base64Url) {
        return decode(base64Url).flatMap(JsonBody::parse).filter(JsonNode::isObject);
    }

    /** Decoders forgive padding and stray bits. Who forgives reads one token from many spellings. */
    private static Optional<byte[]> decode(String base64Url) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64Url);
            return encode(bytes).equals(base64Url) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether there is such a claim, even null. */
    public boolean has(String claim) {
        return claims.has(claim);
    }

    /** A claim that is this very string. */
    public boolean is(String claim, String expected) {
        return JsonBody.string(claims, claim)
                .filter(value -> Signatures.same(expected, value))
                .isPresent();
    }

    /** A claim that is a time (RFC 7519 2, NumericDate) in whole seconds. */
    public Optional<Instant> time(String claim) {
        return Optional.of(claims.path(claim))
                .filter(JsonNode::isIntegralNumber)
                .flatMap(seconds -> SignedTime.ofUnixSeconds(seconds.asString()));
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "Jwt[***]";
    }
}
