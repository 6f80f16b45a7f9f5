/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a relying party gives when it creates a challenge, to show at the redemption that both are its own: the
 * {@code code_challenge} of RFC 7636, section 4.2, by the method S256.
 *
 * @param value base64url without padding
 */
public record PkceChallenge(@JsonValue String value) {

    private static final int LENGTH = 43;

    /** RFC 7636, section 4.1. */
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    @JsonCreator
    public PkceChallenge {
        if (!Forms.isBase64Url(value, LENGTH)) {
            throw new IllegalArgumentException("not a code challenge");
        }
    }

    /** Whether this {@code code_verifier} is the one; how long that takes says nothing about it. */
    public boolean isMetBy(String verifier) {
        byte[] sha256 = Ids.sha256().digest(verifier.getBytes(StandardCharsets.UTF_8));
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
        return VERIFIER.matcher(verifier).matches()
                && MessageDigest.isEqual(
                        challenge.getBytes(StandardCharsets.US_ASCII), value.getBytes(StandardCharsets.US_ASCII));
    }
}
