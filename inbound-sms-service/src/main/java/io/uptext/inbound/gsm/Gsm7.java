/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import java.util.Map;
import java.util.Optional;

/**
 * The GSM 7 bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1), one character to an octet.
 *
 * <p>{@code @} is 0x00, so nothing here may end at a zero.
 */
public final class Gsm7 {

    private static final String ALPHABET =
            "@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n\u00d8\u00f8\r\u00c5\u00e5"
                    + "\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\u001b\u00c6\u00e6\u00df\u00c9"
                    + " !\"#\u00a4%&'()*+,-./0123456789:;<=>?"
                    + "\u00a1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00c4\u00d6\u00d1\u00dc\u00a7"
                    + "\u00bfabcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00f1\u00fc\u00e0";

    private static final int ESCAPE = 0x1b;

    private static final Map<Integer, Character> EXTENSION = Map.of(
            0x0a, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2f, '\\', 0x3c, '[', 0x3d, '~', 0x3e, ']', 0x40, '|', 0x65,
            '\u20ac');

    private Gsm7() {}

    /**
     * Reads a text of one character to an octet. An escape before what is not in the extension table stands for nothing, and
     * one before another escape or at the end for a space, as the specification asks of a receiver.
     *
     * @return the text, or empty where an octet has its high bit set
     */
    public static Optional<String> decode(byte[] octets) {
        StringBuilder text = new StringBuilder(octets.length);
        for (int at = 0; at < octets.length; at++) {
            int code = octets[at];
            boolean escaped = code == ESCAPE;
            if (escaped) {
                at++;
                code = at < octets.length ? octets[at] : ESCAPE;
            }
            if (code < 0) {
                return Optional.empty();
            }
            text.append(escaped ? extended(code) : ALPHABET.charAt(code));
        }
        return Optional.of(text.toString());
    }

    private static char extended(int code) {
        return code == ESCAPE ? ' ' : EXTENSION.getOrDefault(code, ALPHABET.charAt(code));
    }
}
