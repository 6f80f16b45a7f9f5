/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The GSM alphabet, packed, against what others have packed and against a packer that does it bit by bit. */
class PackedTests {

    private static final int LONGEST_HEADER = 12;
    private static final byte ESCAPE = 0x1b;

    /**
     * What many libraries have among their tests (pmarti/python-messaging for one), and pmoerenhout/jsmppmodem, SmsUtilTest:
     * an {@code @} inside, which is zero.
     */
    @ParameterizedTest
    @CsvSource({
        "e8329bfd4697d9ec37, hellohello",
        "e8329bfd06, hello",
        "d4f29c0e8001, Test@0",
        "c8f71d14969741f977fd07, How are you?",
    })
    void whatOthersHavePackedIsRead(String octets, String text) {
        assertThat(Alphabet.GSM_7BIT_PACKED.decode(octets(octets))).hasValue(text);
    }

    /** moteus/lua-lluv-gsmmodem, test of a "multipart sms": the three parts of 70 times hello, one fill bit each. */
    @Test
    void whatOthersHavePackedBehindAHeaderIsRead() {
        String hello = "hello".repeat(70);
        String first = "050003010301" + "d06536fb8d2eb3d96f7499cd7ea3cb6cf61b5d66b3dfe8329bfd4697d9ec37bacc66bfd1"
                + "6536fb8d2eb3d96f7499cd7ea3cb6cf61b5d66b3dfe8329bfd4697d9ec37bacc66bfd16536fb8d2eb3d96f7499cd7ea3cb"
                + "6cf61b5d66b3dfe8329bfd4697d9ec37bacc66bfd16536fb8d2eb3d96f7499cd7ea3cb6cf61b5d66b3dfe8329bfd4697d9";
        String last = "050003010303" + "ca6cf61b5d66b3dfe8329bfd4697d9ec37bacc66bfd16536fb8d2eb3d96f7499cd7ea3cb6cf61b";

        assertThat(Alphabet.GSM_7BIT_PACKED.decode(octets(first), 6)).hasValue(hello.substring(0, 153));
        assertThat(Alphabet.GSM_7BIT_PACKED.decode(octets(last), 6)).hasValue(hello.substring(306));
    }

    @Test
    void everyCharacterIsTheOneThatItIsUnpackedAloneAndAfterAnEscape() {
        for (int code = 0; code < 128; code++) {
            byte[] alone = {'x', (byte) code, 'y'};
            byte[] escaped = {'x', ESCAPE, (byte) code, 'y'};
            for (int start = 0; start <= LONGEST_HEADER; start++) {
                assertThat(decode(new byte[start], alone)).as("%x", code).isEqualTo(Gsm7.decode(alone));
                assertThat(decode(new byte[start], escaped))
                        .as("escape, %x", code)
                        .isEqualTo(Gsm7.decode(escaped));
            }
        }
    }

    @Test
    void whateverIsPackedIsReadAgain() {
        long seed = Long.getLong("uptext.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] header = new byte[random.nextInt(LONGEST_HEADER + 1)];
            random.nextBytes(header);
            byte[] septets = new byte[random.nextInt(40)];
            for (int at = 0; at < septets.length; at++) {
                septets[at] = (byte) (random.nextInt(4) == 0 ? random.nextInt(0x1c) : random.nextInt(128));
            }
            int fill = random.nextInt(128);

            assertThat(Alphabet.GSM_7BIT_PACKED.decode(pack(header, fill, septets), header.length))
                    .as(
                            "seed %d, %d octets of header, %s",
                            seed, header.length, HexFormat.of().formatHex(septets))
                    .isEqualTo(Gsm7.decode(withoutLookAlike(header, septets)));
        }
    }

    /** 7 characters leave 7 bits of 7 octets, and 8 behind 6 octets and a fill bit leave them of 14. */
    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x0d})
    void sevenSpareBitsAreNoCharacter(int padding) {
        assertThat(decode(new byte[0], "ABCDEFG".getBytes(US_ASCII), padding)).hasValue("ABCDEFG");
        assertThat(decode(new byte[7], "ABCDEFG".getBytes(US_ASCII), padding)).hasValue("ABCDEFG");
        assertThat(decode(new byte[6], "ABCDEFGH".getBytes(US_ASCII), padding)).hasValue("ABCDEFGH");
    }

    @Test
    void theEighthCharacterIsReadUnlessItCouldBePadding() {
        assertThat(decode(new byte[0], "ABCDEFG ".getBytes(US_ASCII))).hasValue("ABCDEFG ");
        assertThat(decode(new byte[0], new byte[] {'A', 'B', 'C', 'D', 'E', 'F', 'G', 0}))
                .hasValue("ABCDEFG");
        assertThat(decode(new byte[0], new byte[] {'A', 'B', 'C', 'D', 'E', 'F', 'G', 0, 0}))
                .hasValue("ABCDEFG@@");
        assertThat(decode(new byte[0], new byte[] {0, 0})).hasValue("@@");
    }

    private static Optional<String> decode(byte[] header, byte[] septets) {
        return Alphabet.GSM_7BIT_PACKED.decode(pack(header, 0, septets), header.length);
    }

    private static Optional<String> decode(byte[] header, byte[] septets, int padding) {
        byte[] padded = Arrays.copyOf(septets, septets.length + 1);
        padded[septets.length] = (byte) padding;
        return decode(header, padded);
    }

    private static byte[] withoutLookAlike(byte[] header, byte[] septets) {
        int bits = firstBit(header) + 7 * septets.length;
        int unused = -bits & 7;
        boolean ends = septets.length > 0 && (septets[septets.length - 1] == 0 || septets[septets.length - 1] == '\r');
        return unused == 0 && ends ? Arrays.copyOf(septets, septets.length - 1) : septets;
    }

    private static int firstBit(byte[] header) {
        int bits = 8 * header.length;
        while (bits % 7 != 0) {
            bits++;
        }
        return bits;
    }

    /** All bits as one number, the first octet in its lowest places. */
    private static byte[] pack(byte[] header, int fill, byte[] septets) {
        BigInteger bits = BigInteger.ZERO;
        for (int i = 0; i < header.length; i++) {
            bits = bits.or(BigInteger.valueOf(header[i] & 0xff).shiftLeft(8 * i));
        }
        int first = firstBit(header);
        for (int bit = 8 * header.length; bit < first; bit++) {
            bits = ((fill >> (first - bit)) & 1) == 0 ? bits : bits.setBit(bit);
        }
        for (int i = 0; i < septets.length; i++) {
            bits = bits.or(BigInteger.valueOf(septets[i]).shiftLeft(first + 7 * i));
        }
        byte[] octets = new byte[(first + 7 * septets.length + 7) / 8];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = bits.shiftRight(8 * i).byteValue();
        }
        return octets;
    }

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
