/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.vocabulary.CodeKey;

/**
 * The name of a slot.
 *
 * @param partition of the two joined topics; slots of a partition lie together, so that a chunk of them is one call
 * @param slot the first {@value #DIGITS} digits of the code key: 128 bits of an HMAC are as unique as all of it, and
 *     half as long to keep a million times
 */
public record JoinKey(int partition, String slot) {

    /** How many hexadecimal digits of a code key name a slot. */
    public static final int DIGITS = 32;

    public JoinKey {
        if (slot.length() != DIGITS) {
            throw new IllegalArgumentException("a slot is named by " + DIGITS + " digits");
        }
    }

    /** The slot of a code key. */
    public static JoinKey of(int partition, CodeKey code) {
        return new JoinKey(partition, code.value().substring(0, DIGITS));
    }
}
