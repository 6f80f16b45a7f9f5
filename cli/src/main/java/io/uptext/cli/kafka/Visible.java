/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

/**
 * What strangers wrote, for a terminal: whatever could move its cursor, change its colours or turn the direction of its text
 * is escaped.
 */
public final class Visible {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int FIRST_BEYOND_ASCII = 0x7f;

    private Visible() {}

    /** Text if it is that, and bytes if not. */
    public static String bytes(byte[] bytes) {
        try {
            return text(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            StringBuilder escaped = new StringBuilder();
            for (byte each : bytes) {
                int octet = Byte.toUnsignedInt(each);
                if (octet >= FIRST_PRINTABLE && octet < FIRST_BEYOND_ASCII && octet != '\\') {
                    escaped.append((char) octet);
                } else {
                    escaped.append(String.format(Locale.ROOT, "\\x%02x", octet));
                }
            }
            return escaped.toString();
        }
    }

    /** The same of what is text already. */
    public static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            if (each == '\\') {
                escaped.append("\\\\");
            } else if (isPlain(each)) {
                escaped.appendCodePoint(each);
            } else {
                escaped.append(String.format(Locale.ROOT, each > Character.MAX_VALUE ? "\\u{%x}" : "\\u%04x", each));
            }
        });
        return escaped.toString();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
