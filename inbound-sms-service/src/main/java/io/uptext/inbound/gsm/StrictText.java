/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Reads octets in a charset of Java's, without repairing them. */
final class StrictText {

    private StrictText() {}

    /** The text from {@code start} on, or empty where the octets are not in the charset. */
    static Optional<String> decode(Charset charset, byte[] octets, int start) {
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(octets, start, octets.length - start))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
