/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.util.regex.Pattern;

/**
 * What a proof repeats. Keep it in the session that waits: then a proof of another session is not taken for its own.
 *
 * @param value 1 to 128 visible characters of ASCII
 */
public record Nonce(String value) {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,128}");

    /** Refuses what Uptext would refuse. */
    public Nonce {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a nonce is 1 to 128 visible characters of ASCII");
        }
    }

    /** A new one of 256 random bits. */
    public static Nonce draw() {
        return new Nonce(RandomText.of(RandomText.ENOUGH));
    }

    @Override
    public String toString() {
        return Secret.HIDDEN;
    }
}
