/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a waiting browser shows to see the events of its challenge, and of no other: 256 random bits.
 *
 * <p>Only its {@link #hash()} is ever stored or published. It prints masked.
 */
public final class WaitToken {

    /** How many random bytes a token is drawn from. */
    public static final int BYTES = 32;

    private static final String PREFIX = "upw_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final String value;

    private WaitToken(String value) {
        this.value = value;
    }

    /**
     * Makes a token.
     *
     * @param random {@value #BYTES} bytes from a cryptographically strong source
     */
    public static WaitToken of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("a wait token is made of " + BYTES + " random bytes");
        }
        return new WaitToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /**
     * Takes a token as a browser shows it.
     *
     * @throws IllegalArgumentException if {@code value} cannot be a token; the message does not repeat it
     */
    public static WaitToken parse(String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a wait token");
        }
        return new WaitToken(value);
    }

    /** The token itself, for the one answer that hands it out. */
    public String reveal() {
        return value;
    }

    /** What the challenge carries in its place. */
    public WaitTokenHash hash() {
        byte[] sha256 = Ids.sha256().digest(value.getBytes(StandardCharsets.US_ASCII));
        return new WaitTokenHash(Base64.getUrlEncoder().withoutPadding().encodeToString(sha256));
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
