/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.util.regex.Pattern;

/**
 * The name of a wish, by which its repetition is known to be the same wish.
 *
 * @param value 1 to 128 visible characters of ASCII
 */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,128}");

    /** Refuses what Uptext would refuse. */
    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key is 1 to 128 visible characters of ASCII");
        }
    }

    /** A new one, which nobody can guess. */
    public static IdempotencyKey draw() {
        return new IdempotencyKey(RandomText.of(RandomText.ENOUGH));
    }

    /** Without the value: who knows the name of a redemption may ask for it again. */
    @Override
    public String toString() {
        return Secret.HIDDEN;
    }
}
