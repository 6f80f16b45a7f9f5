/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.charset.Charset;
import java.util.Optional;

/** UCS-2 as phones write it, which is UTF-16 with the high octet first (3GPP TS 23.038, 6.2.3). */
public final class Ucs2 {

    private static final byte HIGH = (byte) 0xfe;
    private static final byte LOW = (byte) 0xff;
    private static final int UNIT = 2;

    private Ucs2() {}

    /**
     * Reads a text. A byte order mark, which some gateways put there, is obeyed and left out; without one, ASCII is known in
     * either order.
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
        return StrictText.decode(order(userData, start), userData, start + mark(userData, start));
    }

    /**
     * Reads the text of a part: half a surrogate pair at its beginning or end, of which the other half is in another part, is
     * a replacement character.
     *
     * @param start the octets of the header, at most all
     */
    static Optional<String> decodePart(byte[] userData, int start) {
        Charset order = order(userData, start);
        int begin = start + mark(userData, start);
        int whole = isLowSurrogate(userData, begin, order) ? begin + UNIT : begin;
        return StrictText.decodePart(order, userData, begin, whole);
    }

    private static Charset order(byte[] octets, int start) {
        return isMark(octets, start, LOW, HIGH) || looksLowFirst(octets, start) ? UTF_16LE : UTF_16BE;
    }

    private static int mark(byte[] octets, int start) {
        return isMark(octets, start, HIGH, LOW) || isMark(octets, start, LOW, HIGH) ? UNIT : 0;
    }

    private static boolean isMark(byte[] octets, int at, byte first, byte second) {
        return octets.length - at >= UNIT && octets[at] == first && octets[at + 1] == second;
    }

    /**
     * Some gateways write the low octet first and no mark. In an ASCII text of several characters each second octet is then
     * zero; read the other way round, it would be a row of rare Chinese characters of which each ends with 00. One such
     * character alone is a word.
     */
    private static boolean looksLowFirst(byte[] octets, int start) {
        if (octets.length - start < 2 * UNIT || (octets.length - start) % UNIT != 0) {
            return false;
        }
        for (int at = start; at < octets.length; at += UNIT) {
            if (octets[at + 1] != 0 || !isPrintable(octets[at])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(byte octet) {
        return (octet >= ' ' && octet <= '~') || octet == '\n' || octet == '\r';
    }

    private static boolean isLowSurrogate(byte[] octets, int at, Charset order) {
        int high = order.equals(UTF_16BE) ? at : at + 1;
        return octets.length - at >= UNIT
                && Character.isLowSurrogate((char) (Byte.toUnsignedInt(octets[high]) << Byte.SIZE));
    }
}
