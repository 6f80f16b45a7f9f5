/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Numbers that look drawn, and follow from a secret and a text: a block of them is the HMAC of the text and a count. */
final class DerivedNumbers implements RandomGenerator {

    private final UnaryOperator<byte[]> block;
    private ByteBuffer left = ByteBuffer.allocate(0);
    private long count;

    /**
     * Begins with the first.
     *
     * @param block makes a block of whole longs of the eight bytes of a count
     */
    DerivedNumbers(UnaryOperator<byte[]> block) {
        this.block = block;
    }

    @Override
    public long nextLong() {
        if (!left.hasRemaining()) {
            byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(count++).array();
            left = ByteBuffer.wrap(block.apply(number));
        }
        return left.getLong();
    }
}
