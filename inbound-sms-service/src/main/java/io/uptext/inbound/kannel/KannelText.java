/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.kannel;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.gsm.Ucs2;
import io.uptext.platform.json.StrictUtf8;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Reads the octets of a text in the charset that Kannel names, without repairing them. */
final class KannelText {

    private KannelText() {}

    /**
     * The text, or empty where the octets are not in the charset or there is no such charset.
     *
     * @param charset its name; empty for what Kannel uses unless it is told otherwise
     * @param ucs2 whether the message came as UCS-2
     */
    static Optional<String> decode(byte[] octets, String charset, boolean ucs2) {
        return named(charset, ucs2)
                .flatMap(each -> each.equals(UTF_16BE) ? Ucs2.decode(octets) : strictly(each, octets))
                .filter(StrictUtf8::canEncode);
    }

    private static Optional<Charset> named(String charset, boolean ucs2) {
        if (charset.isEmpty()) {
            return Optional.of(ucs2 ? UTF_16BE : UTF_8);
        }
        try {
            return Optional.of(Charset.forName(charset));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(Charset charset, byte[] octets) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
