/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.inbound.gsm.DataCoding.NoText;
import io.uptext.inbound.gsm.DataCoding.SmscDefault;
import io.uptext.inbound.gsm.DataCoding.Text;
import io.uptext.inbound.gsm.DataCoding.Unread;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All 256 data codings. */
class DataCodingTests {

    /**
     * A row for each high half of the octet, a letter for each low half. The first row is of SMPP 3.4, 5.2.19, the others are
     * of 3GPP TS 23.038, 4. D is the default of the SMSC, G the GSM alphabet, A is ASCII, L Latin, C Cyrillic, H Hebrew, U
     * UCS-2, S Shift JIS, J ISO-2022-JP, K KS C 5601; o are octets, f is a flash message, w a message that waits. Texts that
     * are not read: z is compressed, n in an alphabet that is not read, r reserved by SMPP. What 3GPP reserves is as GSM.
     */
    private static final List<String> TABLE = List.of(
            "DAoLoSCHUnJrrnKr",
            "fGGGfooofUUUfGGG",
            "zzzzzzzzzzzzzzzz",
            "zzzzzzzzzzzzzzzz",
            "GGGGooooUUUUGGGG",
            "fGGGfooofUUUfGGG",
            "zzzzzzzzzzzzzzzz",
            "zzzzzzzzzzzzzzzz",
            "GGGGGGGGGGGGGGGG",
            "GGGGGGGGGGGGGGGG",
            "GGGGGGGGGGGGGGGG",
            "GGGGGGGGGGGGGGGG",
            "wwwwwwwwwwwwwwww",
            "wwwwwwwwwwwwwwww",
            "wwwwwwwwwwwwwwww",
            "fGGGfooofGGGfooo");

    @ParameterizedTest
    @MethodSource("octets")
    void aDataCodingMeansWhatTheTableSays(int value) {
        char letter = TABLE.get(value / 16).charAt(value % 16);

        assertThat(DataCoding.of(value))
                .as("0x%02x", value)
                .isEqualTo(
                        switch (letter) {
                            case 'D' -> new SmscDefault();
                            case 'G' -> new Text(Alphabet.GSM_7BIT);
                            case 'A' -> new Text(Alphabet.IA5);
                            case 'L' -> new Text(Alphabet.LATIN_1);
                            case 'C' -> new Text(Alphabet.CYRILLIC);
                            case 'H' -> new Text(Alphabet.HEBREW);
                            case 'U' -> new Text(Alphabet.UCS_2);
                            case 'S' -> new Text(Alphabet.SHIFT_JIS);
                            case 'J' -> new Text(Alphabet.ISO_2022_JP);
                            case 'K' -> new Text(Alphabet.KS_C_5601);
                            case 'o' -> new NoText("octets that are no text");
                            case 'f' -> new NoText("a flash message");
                            case 'z' -> new Unread("a compressed text");
                            case 'w' -> new NoText("a notice that messages wait");
                            case 'n' -> new Unread("a text in an alphabet that is not read");
                            case 'r' -> new Unread("a text in a reserved data coding");
                            default -> throw new AssertionError(letter);
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256, 0x100 + 8, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void whatIsNoOctetIsNoDataCoding(int value) {
        assertThatThrownBy(() -> DataCoding.of(value)).isInstanceOf(IllegalArgumentException.class);
    }

    private static IntStream octets() {
        return IntStream.range(0, 256);
    }
}
