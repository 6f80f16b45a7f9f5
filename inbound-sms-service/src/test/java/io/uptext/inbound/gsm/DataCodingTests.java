/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each data coding that is a text, and what cannot be one. */
class DataCodingTests {

    private static final String TEXT = "H\u00e5j \u4f60 \uD83D\uDC4B";

    @Test
    void ucs2IsReadInEitherOrderAndItsMarkIsNoText() {
        assertThat(decode(8, HexFormat.of().formatHex(TEXT.getBytes(UTF_16BE)))).hasValue(TEXT);
        assertThat(decode(8, "feff" + HexFormat.of().formatHex(TEXT.getBytes(UTF_16BE))))
                .hasValue(TEXT);
        assertThat(decode(8, "fffe" + HexFormat.of().formatHex(TEXT.getBytes(UTF_16LE))))
                .hasValue(TEXT);
        assertThat(decode(8, "")).hasValue("");
        assertThat(decode(8, "feff")).hasValue("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "004100", "feff00", "fffe41", "d83d", "dc4b", "0041d83d0042", "dc4bd83d", "fffe3dd8"})
    void halfACharacterIsNoText(String octets) {
        assertThat(decode(8, octets)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0 | 48656a00 | Hej@",
                "0 | 1b65 | \u20ac",
                "1 | 48656a40 | Hej@",
                "1 | 48656a00 | Hej@",
                "1 | 411b3c421b3e | A[B]",
                "1 | 410a420d0943 | \"A\nB\r\tC\"",
                "3 | 48e56a40 | H\u00e5j@",
                "3 | ff | \u00ff",
            })
    void oneOctetIsOneCharacterInTheOthers(int coding, String octets, String text) {
        assertThat(decode(coding, octets)).hasValue(text);
    }

    @ParameterizedTest
    @CsvSource({"0, e5", "1, e5", "1, 00e5"})
    void anOctetOutsideTheAlphabetIsNoText(int coding, String octets) {
        assertThat(decode(coding, octets)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, 4, 5, 6, 7, 9, 10, 13, 14, 0xf0, 0xf5, 255, 256})
    void otherCodingsAreNoTextThatWeRead(int coding) {
        assertThat(DataCoding.of(coding)).isEmpty();
    }

    private static Optional<String> decode(int coding, String octets) {
        return DataCoding.of(coding).orElseThrow().decode(HexFormat.of().parseHex(octets));
    }
}
