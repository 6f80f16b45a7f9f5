/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Reads octets in a charset of Java's, without repairing them but at the ends of a part. */
final class StrictText {

    private static final String HALF = "\ufffd";

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

    /**
     * The text of a part that may have been cut inside a character.
     *
     * @param start where it begins
     * @param whole where its first whole character begins
     * @return the text, with a replacement character for half a one at either end, or empty where the octets between are not
     *     in the charset
     */
    static Optional<String> decodePart(Charset charset, byte[] octets, int start, int whole) {
        ByteBuffer in = ByteBuffer.wrap(octets, whole, octets.length - whole);
        CharBuffer out = CharBuffer.allocate(in.remaining());
        if (charset.newDecoder().decode(in, out, false).isError()) {
            return Optional.empty();
        }
        return Optional.of((whole > start ? HALF : "") + out.flip() + (in.hasRemaining() ? HALF : ""));
    }
}
