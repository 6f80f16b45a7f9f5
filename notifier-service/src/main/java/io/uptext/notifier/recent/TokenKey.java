/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.recent;

import io.uptext.contracts.vocabulary.WaitTokenHash;
import java.nio.ByteBuffer;
import java.util.Base64;

/** The hash of a wait token as its 256 bits: a third of what the text of it takes, and there is one for each challenge. */
public record TokenKey(long first, long second, long third, long fourth) {

    /** Of what a challenge carries, or a browser has shown. */
    public static TokenKey of(WaitTokenHash hash) {
        ByteBuffer bits = ByteBuffer.wrap(Base64.getUrlDecoder().decode(hash.value()));
        return new TokenKey(bits.getLong(), bits.getLong(), bits.getLong(), bits.getLong());
    }

    /** What it was made of. */
    public WaitTokenHash hash() {
        byte[] bits = ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
        return new WaitTokenHash(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    @Override
    public String toString() {
        return "TokenKey[***]";
    }
}
