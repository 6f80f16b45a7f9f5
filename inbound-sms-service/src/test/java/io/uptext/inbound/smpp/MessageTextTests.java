/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Reading;
import io.uptext.inbound.gsm.Alphabet;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts in the alphabets that a data coding and a carrier's habits stand for. */
class MessageTextTests {

    @ParameterizedTest
    @CsvSource({
        // @ is 0x00 in the default alphabet, and a text neither begins nor ends at one.
        "GSM_7BIT, 00, 00414200, @AB@",
        "GSM_7BIT, 00, 0000, @@",
        "GSM_7BIT, 00, 1b65, €",
        "GSM_7BIT, f1, 004100, @A@",
        "GSM_7BIT, 00, c3a5, å",
        "LATIN_1, 00, c3a5, Ã¥",
        "LATIN_1, f1, 0041, @A",
        "UCS_2, 00, 00410042, AB",
        "IA5, 00, 4142, AB",
        "GSM_7BIT, 01, 4040, @@",
        "GSM_7BIT, 01, 0041, @A",
        "GSM_7BIT, 03, e5e4f6, åäö",
        "GSM_7BIT, 06, bfe0d8d2d5e2, Привет",
        "GSM_7BIT, 07, f9ece5ed, שלום",
        "LATIN_1, 08, 00e5, å",
        // A surrogate pair, and byte order marks of both orders.
        "GSM_7BIT, 08, d83dde000041, 😀A",
        "GSM_7BIT, 08, feff00410042, AB",
        "GSM_7BIT, 08, fffe41004200, AB",
        "GSM_7BIT, 18, 0041, ",
        "GSM_7BIT, 19, 0041, A",
        "GSM_7BIT, 08, 00410000, 'A\0'",
        // Low octets first without a mark.
        "GSM_7BIT, 08, 41004200, AB",
        "GSM_7BIT, 08, 37004b00510034000a00, '7KQ4\n'",
        // One Chinese character, and two of which one is no ASCII with its octets swapped.
        "GSM_7BIT, 08, 4e00, 一",
        "GSM_7BIT, 08, 4e004e8c, 一二",
        // Shift JIS, ISO-2022-JP and KS C 5601.
        "GSM_7BIT, 05, 83528350204142, コケ AB",
        "GSM_7BIT, 0a, 1b2442252d1b284220414243, キ ABC",
        "GSM_7BIT, 0e, b0a1204142, 가 AB",
        // Reserved: as the default alphabet (3GPP TS 23.038, 4).
        "GSM_7BIT, 0c, 41, ",
        "GSM_7BIT, 1d, 0041, @A",
        "GSM_7BIT, 80, 0041, @A",
        "GSM_7BIT, bf, 0041, @A",
        // Eight characters in seven octets, wherever the default alphabet is named.
        "GSM_7BIT_PACKED, 00, c8721e, Hey",
        "GSM_7BIT_PACKED, f1, c8721e, Hey",
        "GSM_7BIT_PACKED, 01, 486579, Hey",
        "GSM_7BIT_PACKED, 03, 486579, Hey",
        "GSM_7BIT_PACKED, 00, 8020, @A",
    })
    void aTextIsReadInItsAlphabet(Alphabet smscDefault, String coding, String octets, @Nullable String text) {
        Reading reading = Read.of(
                new MessagePdu().dataCoding(Integer.parseInt(coding, 16)).text(octets), smscDefault);

        if (text == null) {
            assertThat(Read.isText(reading)).isFalse();
        } else {
            assertThat(Read.message(reading).text()).isEqualTo(text);
        }
    }

    /** The fill bit after a header of six octets (3GPP TS 23.040, 9.2.3.24). */
    @ParameterizedTest
    @CsvSource({
        "GSM_7BIT_PACKED, 00, 050003cc0201 906535, Hej",
        "GSM_7BIT, 00, 050003cc0201 48656a, Hej",
        "GSM_7BIT, 08, 060804abcd0201 00e5, å",
        "GSM_7BIT, 08, 050003cc0201, ''",
    })
    void aTextBehindAHeaderBeginsWhereItEnds(Alphabet smscDefault, String coding, String octets, String text) {
        Reading reading = Read.of(
                new MessagePdu()
                        .esmClass(0x40)
                        .dataCoding(Integer.parseInt(coding, 16))
                        .text(octets.replace(" ", "")),
                smscDefault);

        assertThat(Read.message(reading).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "08, 004100",
        "08, d83d",
        "08, de00d83d",
        "08, 0041d83d0042",
        "01, 41ff",
        "00, 41ff",
        "f1, 41c3",
    })
    void whatIsNotInItsAlphabetIsToldWithoutBeingQuoted(String coding, String octets) {
        assertThat(Read.of(new MessagePdu()
                        .dataCoding(Integer.parseInt(coding, 16))
                        .text(octets)))
                .isEqualTo(new Reading.Malformed("the text is not in the alphabet that it is said to be in"));
    }

    /**
     * What a phone or a gateway has cut inside a character: a surrogate pair, or the octets of UTF-8 under the name of GSM.
     * The rest of the part is whole, a code in it included.
     */
    @ParameterizedTest
    @CsvSource({
        "08, 01, 0041d83d, A\ufffd",
        "08, 02, de000042, \ufffdB",
        "08, 02, de000042d83d, \ufffdB\ufffd",
        "08, 01, fffe41003dd8, A\ufffd",
        "08, 02, fffe00de4200, \ufffdB",
        "08, 01, 0041d8, A\ufffd",
        "08, 01, d83d0042, ",
        "08, 01, 0041d83d0042, ",
        "08, 02, 0041de00, ",
        "00, 01, 41c3, A\ufffd",
        "00, 01, 41f09f98, A\ufffd",
        "00, 02, 8042, \ufffdB",
        "00, 02, 9f988042, \ufffdB",
        "00, 02, 9f988042f0, \ufffdB\ufffd",
        "00, 02, 9f9f988042, ",
        "00, 01, 41c342, ",
        "05, 01, 4183, A\ufffd",
        "0e, 01, 41b0, A\ufffd",
        "01, 01, 41ff, ",
    })
    void halfACharacterAtTheSeamOfAPartCostsNoMoreThanThatCharacter(
            String coding, String number, String octets, @Nullable String text) {
        int dataCoding = Integer.parseInt(coding, 16);
        Reading byHeader =
                Read.of(new MessagePdu().dataCoding(dataCoding).esmClass(0x40).text("050003cc03" + number + octets));
        Reading bySegments = Read.of(new MessagePdu()
                .dataCoding(dataCoding)
                .text(octets)
                .tlv(Tlvs.SAR_MSG_REF_NUM, "0007")
                .tlv(Tlvs.SAR_TOTAL_SEGMENTS, "03")
                .tlv(Tlvs.SAR_SEGMENT_SEQNUM, number));

        assertThat(Read.isText(byHeader)).isEqualTo(text != null);
        assertThat(Read.isText(bySegments)).isEqualTo(text != null);
        if (text != null) {
            assertThat(Read.message(byHeader).text()).isEqualTo(text);
            assertThat(Read.message(bySegments).text()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource({"00, 00", "08, 0041"})
    void aTextOf65535OctetsIsATextOrNot(String coding, String octets) {
        byte[] payload = new byte[65_535];
        Arrays.fill(payload, (byte) Integer.parseInt(octets.substring(octets.length() - 2), 16));

        Reading reading = Read.of(new MessagePdu()
                .dataCoding(Integer.parseInt(coding, 16))
                .text("")
                .tlv(Tlvs.MESSAGE_PAYLOAD, payload));

        assertThat(Read.isText(reading)).as("whole characters").isEqualTo(coding.equals("00"));
    }
}
