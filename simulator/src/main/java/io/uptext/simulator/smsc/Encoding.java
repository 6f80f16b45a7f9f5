/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.simulator.GsmAlphabet;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;

/** How a text becomes octets, and the data_coding that says so (SMPP 3.4, 5.2.19; 3GPP TS 23.038, 4). */
public enum Encoding {
    /** The default alphabet with its extension table, one septet to an octet. */
    GSM(0x00, Unit.SEPTET),
    /** The same with eight septets in seven octets; a header before them is filled up to a septet. */
    GSM_PACKED(0x00, Unit.SEPTET),
    /** ASCII. */
    IA5(0x01, Unit.SEPTET),
    /** ISO 8859-1. */
    LATIN1(0x03, Unit.OCTET),
    /** Octets of no alphabet; here UTF-8. */
    OCTETS(0x04, Unit.OCTET),
    /** UTF-16, the higher octet first. */
    UCS2(0x08, Unit.OCTET),
    /** UTF-16, the lower octet first, with a byte order mark before each part: wrong, and it occurs. */
    UCS2_LE_BOM(0x08, Unit.OCTET),
    /** The default alphabet, to be shown at once. */
    FLASH(0x10, Unit.SEPTET),
    /** The default alphabet, class 1. */
    GSM_CLASS_1(0xF1, Unit.SEPTET);

    /** What the length of a text is counted in. */
    enum Unit {
        SEPTET,
        OCTET
    }

    private static final byte ESCAPE = 0x1B;
    private static final byte[] LITTLE_ENDIAN = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] NO_MARK = {};

    private final int dataCoding;
    private final Unit unit;

    Encoding(int dataCoding, Unit unit) {
        this.dataCoding = dataCoding;
        this.unit = unit;
    }

    /** The data_coding that goes with it. */
    public int dataCoding() {
        return dataCoding;
    }

    /** {@link #GSM} where that suffices for a text, {@link #UCS2} where not, as phones choose. */
    public static Encoding of(String text) {
        return GsmAlphabet.encode(text).isPresent() ? GSM : UCS2;
    }

    /**
     * The octets of a text, not packed and without a mark.
     *
     * @throws IllegalArgumentException if it has characters that this encoding lacks
     */
    byte[] encode(String text) {
        return switch (this) {
            case GSM, GSM_PACKED, FLASH, GSM_CLASS_1 -> GsmAlphabet.encode(text).orElseThrow(this::lacking);
            case IA5 -> encode(text, US_ASCII);
            case LATIN1 -> encode(text, ISO_8859_1);
            case OCTETS -> encode(text, UTF_8);
            case UCS2 -> encode(text, UTF_16BE);
            case UCS2_LE_BOM -> encode(text, UTF_16LE);
        };
    }

    private byte[] encode(String text, Charset charset) {
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] octets = new byte[encoded.remaining()];
            encoded.get(octets);
            return octets;
        } catch (CharacterCodingException e) {
            throw lacking();
        }
    }

    private IllegalArgumentException lacking() {
        return new IllegalArgumentException("the text has characters that " + this + " lacks");
    }

    /** What stands before each part. */
    byte[] mark() {
        return this == UCS2_LE_BOM ? LITTLE_ENDIAN.clone() : NO_MARK;
    }

    /** How many encoded octets fit into an SMS, of which a header takes some away. */
    int room(int header) {
        int octets = Parts.SMS_OCTETS - header;
        return unit == Unit.SEPTET ? octets * 8 / 7 : octets - mark().length;
    }

    /** The nearest place at or before {@code end} where encoded octets may be torn: never within a character. */
    int tear(byte[] octets, int end) {
        return switch (this) {
            case GSM, GSM_PACKED, FLASH, GSM_CLASS_1 -> octets[end - 1] == ESCAPE ? end - 1 : end;
            case IA5, LATIN1 -> end;
            case OCTETS -> tearUtf8(octets, end);
            case UCS2 -> tearUtf16(octets, end & ~1, 0);
            case UCS2_LE_BOM -> tearUtf16(octets, end & ~1, 1);
        };
    }

    private static int tearUtf8(byte[] octets, int end) {
        int at = end;
        while ((octets[at] & 0xC0) == 0x80) {
            at--;
        }
        return at;
    }

    private static int tearUtf16(byte[] octets, int end, int highOctet) {
        boolean isFirstOfPair = (octets[end - 2 + highOctet] & 0xFC) == 0xD8;
        return isFirstOfPair ? end - 2 : end;
    }

    /** As it is written on a command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
