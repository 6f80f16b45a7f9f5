/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

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
        return decode(octets, 0);
    }

    /**
     * Reads the text of user data, as {@link #decode(byte[])} does.
     *
     * @param start the octets of the header, at most all
     */
    public static Optional<String> decode(byte[] userData, int start) {
        if (isMark(userData, start, HIGH, LOW)) {
            return StrictText.decode(UTF_16BE, userData, start + MARK_LENGTH);
        }
        if (isMark(userData, start, LOW, HIGH)) {
            return StrictText.decode(UTF_16LE, userData, start + MARK_LENGTH);
        }
        return StrictText.decode(UTF_16BE, userData, start);
    }

    private static boolean isMark(byte[] octets, int at, byte first, byte second) {
        return octets.length - at >= MARK_LENGTH && octets[at] == first && octets[at + 1] == second;
    }
}
