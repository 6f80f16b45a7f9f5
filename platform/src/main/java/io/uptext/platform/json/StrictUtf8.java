/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Reads UTF-8 without repairing it: a replacement character could turn two different texts into one. */
public final class StrictUtf8 {

    private StrictUtf8() {}

    /** The text, or empty where the bytes are not UTF-8. */
    public static Optional<String> decode(byte[] bytes) {
        if (isAscii(bytes)) {
            return Optional.of(new String(bytes, US_ASCII));
        }
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text has no half of a surrogate pair, which JSON can spell and nothing can write. */
    public static boolean canEncode(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }
}
