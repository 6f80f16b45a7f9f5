/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The verifier of PKCE (RFC 7636): who shows it at the redemption is who created the challenge. It stays on the server, in
 * the session that waits.
 *
 * @param value 43 to 128 letters, digits, {@code -}, {@code .}, {@code _} and {@code ~}
 */
public record CodeVerifier(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    /** Refuses what RFC 7636 has not. */
    public CodeVerifier {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a verifier is 43 to 128 characters that RFC 7636 allows");
        }
    }

    /** A new one of 256 random bits. */
    public static CodeVerifier draw() {
        return new CodeVerifier(RandomText.of(RandomText.ENOUGH));
    }

    /** Its {@code code_challenge} by S256, which goes into {@link NewChallenge}. */
    public String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return Secret.HIDDEN;
    }
}
