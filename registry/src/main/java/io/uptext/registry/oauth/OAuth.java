/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry.oauth;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose access tokens are taken, beside API keys.
 *
 * @param issuer who has signed them, exactly as their {@code iss} says
 * @param jwksUri where its public keys are; https, but for this very machine
 * @param audience what they are for, exactly as their {@code aud} says
 * @param clientClaim which claim names the client: {@code client_id} (RFC 9068, the default), {@code azp} or {@code sub}
 */
public record OAuth(String issuer, URI jwksUri, String audience, String clientClaim) {

    private static final String PREFIX = "oauth.";
    private static final Set<String> CLIENT_CLAIMS = Set.of("client_id", "azp", "sub");
    private static final String USUAL_CLAIM = "client_id";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public OAuth(
            @Nullable String issuer, @Nullable URI jwksUri, @Nullable String audience, @Nullable String clientClaim) {
        this.issuer = required(issuer, "issuer", "whose access tokens are taken");
        this.jwksUri = required(jwksUri, "jwks-uri", "where the issuer's public keys are");
        this.audience = required(audience, "audience", "what a token must be for, so that others' are not taken");
        this.clientClaim = clientClaim == null ? USUAL_CLAIM : clientClaim;
        if (!"https".equals(this.jwksUri.getScheme()) && !isThisMachine(this.jwksUri)) {
            throw new IllegalArgumentException(
                    PREFIX + "jwks-uri must be https: whoever changes the keys on the way could sign in as anybody");
        }
        if (!CLIENT_CLAIMS.contains(this.clientClaim)) {
            throw new IllegalArgumentException(PREFIX + "client-claim must be client_id, azp or sub");
        }
    }

    private static boolean isThisMachine(URI address) {
        return "http".equals(address.getScheme())
                && address.getHost() != null
                && THIS_MACHINE.contains(address.getHost());
    }

    private static <T> T required(@Nullable T value, String name, String meaning) {
        if (value == null) {
            throw new IllegalArgumentException(PREFIX + name + " is missing: " + meaning);
        }
        return value;
    }
}
