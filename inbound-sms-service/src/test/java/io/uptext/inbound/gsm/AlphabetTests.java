/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in each alphabet, with and without a header before them, and what cannot be one. */
class AlphabetTests {

    private static final String HEADER = "050003cc0201";
    private static final int HEADER_LENGTH = 6;
    private static final String TEXT = "H\u00e5j \u4f60 \uD83D\uDC4B";

    @ParameterizedTest
    @ValueSource(strings = {"", HEADER})
    void ucs2IsReadInEitherOrderAndItsMarkIsNoText(String header) {
        int start = header.length() / 2;
        String high = HexFormat.of().formatHex(TEXT.getBytes(UTF_16BE));
        String low = HexFormat.of().formatHex(TEXT.getBytes(UTF_16LE));

        assertThat(Alphabet.UCS_2.decode(octets(header + high), start)).hasValue(TEXT);
        assertThat(Alphabet.UCS_2.decode(octets(header + "feff" + high), start)).hasValue(TEXT);
        assertThat(Alphabet.UCS_2.decode(octets(header + "fffe" + low), start)).hasValue(TEXT);
        assertThat(Alphabet.UCS_2.decode(octets(header), start)).hasValue("");
        assertThat(Alphabet.UCS_2.decode(octets(header + "feff"), start)).hasValue("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "004100", "feff00", "fffe41", "d83d", "dc4b", "0041d83d0042", "dc4bd83d", "fffe3dd8"})
    void halfACharacterIsNoText(String octets) {
        assertThat(Alphabet.UCS_2.decode(octets(octets))).isEmpty();
        assertThat(Alphabet.UCS_2.decode(octets(HEADER + octets), HEADER_LENGTH))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "GSM_7BIT | 48656a00 | Hej@",
                "GSM_7BIT | 1b65 | \u20ac",
                "GSM_7BIT | 48c3a56a40 | H\u00e5j@",
                "GSM_7BIT | f09f918b | \uD83D\uDC4B",
                "IA5 | 48656a40 | Hej@",
                "IA5 | 48656a00 | Hej@",
                "IA5 | 411b3c421b3e | A[B]",
                "IA5 | 410a420d0943 | \"A\nB\r\tC\"",
                "LATIN_1 | 48e56a40 | H\u00e5j@",
                "LATIN_1 | ff | \u00ff",
                "CYRILLIC | bfe0d8d2d5e24034 | \u041f\u0440\u0438\u0432\u0435\u0442@4",
                "CYRILLIC | a1f0ff | \u0401\u2116\u045f",
                "HEBREW | f9ece5ed4034 | \u05e9\u05dc\u05d5\u05dd@4",
                "HEBREW | e0faaa | \u05d0\u05ea\u00d7",
            })
    void octetsAreReadAsTheirAlphabetSays(Alphabet alphabet, String octets, String text) {
        assertThat(alphabet.decode(octets(octets))).hasValue(text);
        assertThat(alphabet.decode(octets(HEADER + octets), HEADER_LENGTH)).hasValue(text);
    }

    @ParameterizedTest
    @CsvSource({
        "GSM_7BIT, e5",
        "GSM_7BIT, c3",
        "GSM_7BIT, 41c0af",
        "GSM_7BIT, eda0bd",
        "IA5, e5",
        "IA5, c3a5",
        "IA5, 00e5",
        "HEBREW, a1",
        "HEBREW, 41c0",
        "HEBREW, ff"
    })
    void anOctetOutsideTheAlphabetIsNoText(Alphabet alphabet, String octets) {
        assertThat(alphabet.decode(octets(octets))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noOctetsAreAnEmptyText(Alphabet alphabet) {
        assertThat(alphabet.decode(octets(""))).hasValue("");
        assertThat(alphabet.decode(octets(HEADER), HEADER_LENGTH)).hasValue("");
    }

    /** A header with octets that are in no alphabet. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UCS_2")
    void theHeaderIsNoText(Alphabet alphabet) {
        assertThat(alphabet.decode(octets("05ffffffffff" + "00"), HEADER_LENGTH))
                .hasValueSatisfying(text -> assertThat(text.getBytes(UTF_8)).hasSizeLessThan(2));
    }

    @ParameterizedTest
    @EnumSource
    void aHeaderIsNoLongerThanTheUserData(Alphabet alphabet) {
        assertThatThrownBy(() -> alphabet.decode(octets(HEADER), HEADER_LENGTH + 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> alphabet.decode(octets(HEADER), -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void everyOctetIsAnotherCharacterOfCyrillic() {
        byte[] octets = new byte[256];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) i;
        }

        assertThat(Alphabet.CYRILLIC.decode(octets))
                .hasValueSatisfying(text -> assertThat(text.chars().distinct()).hasSize(256));
    }

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
