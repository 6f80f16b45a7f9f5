/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** The alphabet that phones write texts in where it suffices (3GPP TS 23.038, 6.2.1), one character to an octet. */
public final class GsmAlphabet {

    private static final char ESCAPE = '\u001b';

    private static final String BASIC = "@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n\u00d8\u00f8\r\u00c5\u00e5"
            + "\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\u001b\u00c6\u00e6\u00df\u00c9"
            + " !\"#\u00a4%&'()*+,-./0123456789:;<=>?"
            + "\u00a1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00c4\u00d6\u00d1\u00dc\u00a7"
            + "\u00bfabcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00f1\u00fc\u00e0";

    /** What needs an escape before it, each followed by what then stands for it. */
    private static final String ESCAPED = "^\u039b{(})\\/[<~=]>|\u00a1\u20ace\f\n";

    private GsmAlphabet() {}

    /** The octets of a text, or empty where the alphabet does not suffice. */
    public static Optional<byte[]> encode(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            int escaped = ESCAPED.indexOf(character);
            boolean needsEscape = escaped >= 0 && escaped % 2 == 0;
            int code = BASIC.indexOf(needsEscape ? ESCAPED.charAt(escaped + 1) : character);
            if (code < 0 || character == ESCAPE) {
                return Optional.empty();
            }
            if (needsEscape) {
                octets.write(ESCAPE);
            }
            octets.write(code);
        }
        return Optional.of(octets.toByteArray());
    }
}
