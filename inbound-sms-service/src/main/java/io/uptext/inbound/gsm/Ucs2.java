/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/** UCS-2 as phones write it, which is UTF-16 with the high octet first (3GPP TS 23.038, 6.2.3). */
public final class Ucs2 {

    private static final byte HIGH = (byte) 0xfe;
    private static final byte LOW = (byte) 0xff;
    private static final int MARK_LENGTH = 2;

    private Ucs2() {}

    /**
     * Reads a text. A byte order mark, which some gateways put there, is obeyed and left out.
     *
     * @return the text, or empty where there is half a character or half a surrogate pair
     */
    public static Optional<String> decode(byte[] octets) {
        if (startsWith(octets, HIGH, LOW)) {
            return strictly(UTF_16BE, octets, MARK_LENGTH);
        }
        if (startsWith(octets, LOW, HIGH)) {
            return strictly(UTF_16LE, octets, MARK_LENGTH);
        }
        return strictly(UTF_16BE, octets, 0);
    }

    private static boolean startsWith(byte[] octets, byte first, byte second) {
        return octets.length >= MARK_LENGTH && octets[0] == first && octets[1] == second;
    }

    private static Optional<String> strictly(Charset charset, byte[] octets, int start) {
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(octets, start, octets.length - start))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
