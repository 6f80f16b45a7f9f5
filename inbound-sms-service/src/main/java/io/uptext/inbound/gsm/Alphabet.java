/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.platform.json.StrictUtf8;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** The alphabets that texts come in. */
public enum Alphabet {
    /**
     * The GSM alphabet with one character to an octet. Its octets have no high bit; where one has, the text is read as UTF-8,
     * which some peers send under this name.
     */
    GSM_7BIT,
    /** The GSM alphabet with eight characters to seven octets. */
    GSM_7BIT_PACKED,
    /** ASCII. */
    IA5,
    /** ISO 8859-1. */
    LATIN_1,
    /** ISO 8859-5. */
    CYRILLIC,
    /** ISO 8859-8, in the order in which it is read. */
    HEBREW,
    /** JIS, as it is sent in short messages: with ASCII of one octet. */
    SHIFT_JIS,
    /** JIS with escapes. */
    ISO_2022_JP,
    /** Korean, with ASCII of one octet. */
    KS_C_5601,
    /** UTF-16, the high octet first unless a byte order mark or the octets themselves say otherwise. */
    UCS_2;

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int MOST_OF_UTF_8 = 3;
    private static final int UTF_8_KIND = 0xc0;
    private static final int UTF_8_CONTINUES = 0x80;
    private static final Charset ISO_8859_5 = Charset.forName("ISO-8859-5");
    private static final Charset ISO_8859_8 = Charset.forName("ISO-8859-8");
    private static final Charset SJIS = Charset.forName("Shift_JIS");
    private static final Charset JIS_WITH_ESCAPES = Charset.forName("ISO-2022-JP");
    private static final Charset EUC_KR = Charset.forName("EUC-KR");

    /** Reads a text without a header, or nothing where the octets cannot be this alphabet. */
    public Optional<String> decode(byte[] octets) {
        return decode(octets, 0);
    }

    /**
     * Reads the text of user data. Packed text begins at the next boundary of a septet after the header (3GPP TS 23.040,
     * 9.2.3.24), all others at the next octet.
     *
     * @param start the octets of the header, 0 without one
     * @return a text that UTF-8 can write, or empty where the octets cannot be this alphabet
     * @throws IndexOutOfBoundsException if the header is longer than the user data
     */
    public Optional<String> decode(byte[] userData, int start) {
        Objects.checkFromToIndex(start, userData.length, userData.length);
        return switch (this) {
            case GSM_7BIT -> gsm(Arrays.copyOfRange(userData, start, userData.length));
            case GSM_7BIT_PACKED -> Gsm7.decode(Septets.unpack(userData, start));
            case IA5 -> ia5(Arrays.copyOfRange(userData, start, userData.length));
            case LATIN_1 -> StrictText.decode(ISO_8859_1, userData, start);
            case CYRILLIC -> StrictText.decode(ISO_8859_5, userData, start);
            case HEBREW -> StrictText.decode(ISO_8859_8, userData, start);
            case SHIFT_JIS -> StrictText.decode(SJIS, userData, start);
            case ISO_2022_JP -> StrictText.decode(JIS_WITH_ESCAPES, userData, start);
            case KS_C_5601 -> StrictText.decode(EUC_KR, userData, start);
            case UCS_2 -> Ucs2.decode(userData, start);
        };
    }

    /**
     * Reads the user data of a part, which may have been cut inside a character: half a one at its beginning or end is a
     * replacement character. All else is as strict as for a whole text.
     *
     * @param start the octets of the header, 0 without one
     * @return a text that UTF-8 can write, or empty where the octets cannot be this alphabet
     * @throws IndexOutOfBoundsException if the header is longer than the user data
     */
    public Optional<String> decodePart(byte[] userData, int start) {
        Optional<String> whole = decode(userData, start);
        return whole.isPresent()
                ? whole
                : switch (this) {
                    case GSM_7BIT -> StrictText.decodePart(UTF_8, userData, start, endOfUtf8(userData, start));
                    case SHIFT_JIS -> StrictText.decodePart(SJIS, userData, start, start);
                    case KS_C_5601 -> StrictText.decodePart(EUC_KR, userData, start, start);
                    case UCS_2 -> Ucs2.decodePart(userData, start);
                    case GSM_7BIT_PACKED, IA5, LATIN_1, CYRILLIC, HEBREW, ISO_2022_JP -> whole;
                };
    }

    /** Where the character ends that began in the part before. */
    private static int endOfUtf8(byte[] octets, int start) {
        int at = start;
        while (at < octets.length && at - start < MOST_OF_UTF_8 && (octets[at] & UTF_8_KIND) == UTF_8_CONTINUES) {
            at++;
        }
        return at;
    }

    private static Optional<String> gsm(byte[] octets) {
        return Gsm7.decode(octets).or(() -> StrictUtf8.decode(octets));
    }

    /**
     * Reads ASCII. Control characters give the GSM alphabet away, which some peers label so: {@code @}, {@code $} and the
     * escape are such.
     */
    private static Optional<String> ia5(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return Optional.empty();
            }
            if (octet < FIRST_PRINTABLE && octet != '\n' && octet != '\r' && octet != '\t') {
                return Gsm7.decode(octets);
            }
        }
        return Optional.of(new String(octets, US_ASCII));
    }
}
