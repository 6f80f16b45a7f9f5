/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The GSM alphabet, with its holes. */
class Gsm7Tests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "41434d45204c4f47494e20374b51344d32584843 | ACME LOGIN 7KQ4M2XHC",
                "00610062 | @a@b",
                "0d0a | \"\r\n\"",
                "010203040506070809 | \u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7",
                "0b0c0e0f10111213141516171819 | \u00d8\u00f8\u00c5\u00e5\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398",
                "1a1c1d1e1f24 | \u039e\u00c6\u00e6\u00df\u00c9\u00a4",
                "405b5c5d5e5f | \u00a1\u00c4\u00d6\u00d1\u00dc\u00a7",
                "607b7c7d7e7f | \u00bf\u00e4\u00f6\u00f1\u00fc\u00e0",
                "1b141b281b291b2f1b3c1b3d1b3e1b401b65 | \"^{}\\[~]|\u20ac\"",
                "1b0a | \"\f\"",
                "411b | \"A \"",
                "1b1b41 | \" A\"",
                "1b4142 | AB",
                "1b1b1b | \"  \"",
                "\"\" | \"\"",
            })
    void octetsAreReadAsTheSpecificationSays(String octets, String text) {
        assertThat(Gsm7.decode(HexFormat.of().parseHex(octets))).hasValue(text);
    }

    @Test
    void everyCharacterOfTheAlphabetIsADifferentOne() {
        assertThat(IntStream.range(0, 128)
                        .filter(code -> code != 0x1b)
                        .mapToObj(code -> Gsm7.decode(new byte[] {(byte) code})))
                .doesNotHaveDuplicates()
                .hasSize(127);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "41ff", "1b80", "c3a5"})
    void anOctetThatIsNoSeptetIsNotRead(String octets) {
        assertThat(Gsm7.decode(HexFormat.of().parseHex(octets))).isEmpty();
    }
}
