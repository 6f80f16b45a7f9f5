/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.gsm.Alphabet;
import io.uptext.inbound.gsm.DataCoding;
import io.uptext.inbound.gsm.Gsm7;
import io.uptext.inbound.gsm.Ucs2;
import io.uptext.inbound.gsm.UserDataHeader;
import io.uptext.platform.json.StrictUtf8;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Octets of short messages as gateways hand them on. */
class GsmFuzzTests {

    private static final Alphabet[] ALPHABETS = Alphabet.values();
    private static final int ESCAPE = 0x1b;
    private static final Map<Character, byte[]> SPELLINGS = spellings();

    @FuzzTest
    void aHeaderIsWhatItsFirstOctetCountsAndNothingElse(byte[] octets) {
        Optional<UserDataHeader> header = UserDataHeader.read(octets);
        header.ifPresent(found -> {
            assertThat(found.length())
                    .isEqualTo(1 + Byte.toUnsignedInt(octets[0]))
                    .isLessThanOrEqualTo(octets.length);
            assertThat(UserDataHeader.read(Arrays.copyOf(octets, found.length())))
                    .isEqualTo(header);
            Part part = found.part();
            if (part != null) {
                assertThat(Part.isPossible(part.total(), part.number())).isTrue();
                assertThat(part.reference()).matches("([0-9a-f]{2}){1,2}");
            }
        });
        assertThat(UserDataHeader.read(Arrays.copyOf(octets, octets.length + 1)))
                .as("with one more octet of text")
                .satisfies(
                        longer -> header.ifPresent(found -> assertThat(longer).hasValue(found)));
    }

    @FuzzTest
    void theGsmAlphabetLosesNothing(byte[] octets) {
        Optional<String> text = Gsm7.decode(octets);
        boolean sevenBits = true;
        for (byte octet : octets) {
            sevenBits &= octet >= 0;
        }
        assertThat(text.isPresent()).isEqualTo(sevenBits);
        text.ifPresent(found -> {
            assertThat(found.length()).isBetween(octets.length / 2, octets.length);
            assertThat(Gsm7.decode(encoded(found))).hasValue(found);
        });
    }

    @FuzzTest
    void whatIsReadAsUcs2IsWrittenTheSame(byte[] octets) {
        Ucs2.decode(octets).ifPresent(text -> {
            Charset charset = startsWith(octets, 0xff, 0xfe) || isAsciiLowFirst(octets) ? UTF_16LE : UTF_16BE;
            int mark = startsWith(octets, 0xff, 0xfe) || startsWith(octets, 0xfe, 0xff) ? 2 : 0;
            assertThat(text.getBytes(charset)).isEqualTo(Arrays.copyOfRange(octets, mark, octets.length));
            assertThat(StrictUtf8.canEncode(text)).isTrue();
        });
    }

    private static boolean isAsciiLowFirst(byte[] octets) {
        return new String(octets, UTF_16LE).matches("[ -~\\r\\n]{2,}");
    }

    /** The first octet is an alphabet, the others are the user data of a part. */
    @FuzzTest
    void aPartIsReadAsAWholeTextIsOrWithHalfACharacterAtItsEnds(byte[] input) {
        if (input.length > 0) {
            Alphabet alphabet = ALPHABETS[Byte.toUnsignedInt(input[0]) % ALPHABETS.length];
            byte[] userData = Arrays.copyOfRange(input, 1, input.length);
            Optional<String> whole = alphabet.decode(userData);
            Optional<String> part = alphabet.decodePart(userData, 0);
            if (whole.isPresent()) {
                assertThat(part).isEqualTo(whole);
            }
            part.ifPresent(found -> {
                assertThat(StrictUtf8.canEncode(found)).isTrue();
                assertThat(found.length()).isLessThanOrEqualTo(userData.length * 8 / 7);
                if (whole.isEmpty()) {
                    assertThat(found).matches("(?s)\ufffd.*|.*\ufffd");
                }
            });
        }
    }

    /** The first octet is a data coding, the others are the user data, with a header if there can be one. */
    @FuzzTest
    void everyCodingGivesNoMoreCharactersThanOctets(byte[] input) {
        if (input.length > 0
                && DataCoding.of(Byte.toUnsignedInt(input[0])) instanceof DataCoding.Text(Alphabet alphabet)) {
            byte[] userData = Arrays.copyOfRange(input, 1, input.length);
            assertFits(alphabet, userData, 0);
            UserDataHeader.read(userData).ifPresent(header -> assertFits(alphabet, userData, header.length()));
        }
    }

    private static void assertFits(Alphabet alphabet, byte[] userData, int start) {
        alphabet.decode(userData, start).ifPresent(text -> {
            byte[] octets = Arrays.copyOfRange(userData, start, userData.length);
            assertThat(text.length()).isLessThanOrEqualTo(octets.length);
            assertThat(StrictUtf8.canEncode(text)).isTrue();
            assertThat(alphabet.decode(octets)).hasValue(text);
            if (alphabet == Alphabet.LATIN_1) {
                assertThat(text.getBytes(ISO_8859_1)).isEqualTo(octets);
            }
        });
    }

    /** The first octet is an alphabet, the second the length of the header. */
    @FuzzTest
    void everyAlphabetGivesATextOrNone(byte[] input) {
        if (input.length >= 2) {
            Alphabet alphabet = ALPHABETS[Byte.toUnsignedInt(input[0]) % ALPHABETS.length];
            byte[] userData = Arrays.copyOfRange(input, 2, input.length);
            int start = Byte.toUnsignedInt(input[1]) % (userData.length + 1);
            Optional<String> text = alphabet.decode(userData, start);
            text.ifPresent(found -> {
                assertThat(StrictUtf8.canEncode(found)).isTrue();
                assertThat(found.length()).isLessThanOrEqualTo((userData.length - start) * 8 / 7);
            });
            if (alphabet == Alphabet.GSM_7BIT_PACKED) {
                assertThat(text).isEqualTo(Gsm7.decode(unpacked(userData, start)));
            }
        }
    }

    /** The septets behind a header without what may be padding, taken from all bits as one number. */
    private static byte[] unpacked(byte[] userData, int start) {
        BigInteger bits = new BigInteger(1, reversed(userData));
        int first = (start * 8 + 6) / 7;
        int count = Math.max(0, userData.length * 8 / 7 - first);
        byte[] septets = new byte[count];
        for (int i = 0; i < count; i++) {
            septets[i] = (byte) (bits.shiftRight((first + i) * 7).intValue() & 0x7f);
        }
        boolean isFull = count > 0 && userData.length % 7 == 0;
        return isFull && (septets[count - 1] == 0 || septets[count - 1] == '\r')
                ? Arrays.copyOf(septets, count - 1)
                : septets;
    }

    private static byte[] reversed(byte[] octets) {
        byte[] reversed = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            reversed[i] = octets[octets.length - 1 - i];
        }
        return reversed;
    }

    private static boolean startsWith(byte[] octets, int first, int second) {
        return octets.length >= 2 && octets[0] == (byte) first && octets[1] == (byte) second;
    }

    /** How each character is written, learnt from reading every code alone and after an escape. */
    private static Map<Character, byte[]> spellings() {
        Map<Character, byte[]> spellings = new HashMap<>();
        for (byte code = Byte.MAX_VALUE; code >= 0; code--) {
            if (code != ESCAPE) {
                byte[] escaped = {ESCAPE, code};
                spellings.putIfAbsent(Gsm7.decode(escaped).orElseThrow().charAt(0), escaped);
                byte[] plain = {code};
                spellings.put(Gsm7.decode(plain).orElseThrow().charAt(0), plain);
            }
        }
        return spellings;
    }

    private static byte[] encoded(String text) {
        byte[] octets = new byte[2 * text.length()];
        int length = 0;
        for (int at = 0; at < text.length(); at++) {
            byte[] spelling = SPELLINGS.get(text.charAt(at));
            assertThat(spelling).as("a character of the GSM alphabet").isNotNull();
            System.arraycopy(spelling, 0, octets, length, spelling.length);
            length += spelling.length;
        }
        return Arrays.copyOf(octets, length);
    }
}
