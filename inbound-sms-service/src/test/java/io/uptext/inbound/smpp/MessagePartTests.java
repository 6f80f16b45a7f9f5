/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Part;
import io.uptext.inbound.door.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places in longer messages: in a header (3GPP TS 23.040, 9.2.3.24), or in {@code sar_*} (SMPP 3.4, 5.3.2.22 to 24). */
class MessagePartTests {

    @ParameterizedTest
    @CsvSource({
        "050003cc0201, cc, 2, 1",
        "050003000a0a, 00, 10, 10",
        "060804abcd0302, abcd, 3, 2",
    })
    void aHeaderSaysWhichPartItIs(String header, String reference, int total, int number) {
        assertThat(part(new MessagePdu().esmClass(0x40).text(header + "41")))
                .isEqualTo(new Part(reference, total, number));
    }

    @Test
    void whatLooksLikeAHeaderIsNoneWhereNoneIsAnnounced() {
        assertThat(part(new MessagePdu().text("05000300020141"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"050003cc0001", "050003cc0203", "050003cc0200", "050003cc0101", "050003ccff01", "060804abcd0b01"})
    void aPlaceThatCannotBeIsNone(String header) {
        assertThat(part(new MessagePdu().esmClass(0x40).text(header + "41"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0007, 02, 01, sar7",
        "ffff, 0a, 0a, sar65535",
        "0000, 02, 02, sar0",
        "0007, 01, 01, ",
        "0007, 00, 00, ",
        "0007, 02, 03, ",
        "0007, 02, 00, ",
        "0007, 0b, 01, ",
        "0007, ff, 01, ",
        ", 02, 01, ",
        "0007, , 01, ",
        "0007, 02, , ",
        "0007, , , ",
        ", , , ",
    })
    void segmentsSayWhichPartItIsIfAllOfThemAreThereAndCanBe(
            @Nullable String reference, @Nullable String total, @Nullable String number, @Nullable String expected) {
        assertThat(part(segments(reference, total, number)))
                .isEqualTo(
                        expected == null || total == null || number == null
                                ? null
                                : new Part(expected, Integer.parseInt(total, 16), Integer.parseInt(number, 16)));
    }

    @ParameterizedTest
    @CsvSource({
        "07, 02, 01",
        "000007, 02, 01",
        "'', 02, 01",
        "0007, 0002, 01",
        "0007, '', 01",
        "0007, 02, 0001",
        "0007, 02, ''",
        ", , 0001",
    })
    void segmentsOfAnotherLengthAreTold(@Nullable String reference, @Nullable String total, @Nullable String number) {
        assertThat(Read.of(segments(reference, total, number)))
                .isEqualTo(new Reading.Malformed("the optional parameters of a part have another length"));
    }

    @Test
    void theHeaderCountsWhereBothAreThere() {
        assertThat(part(segments("0007", "03", "03").esmClass(0x40).text("050003cc020141")))
                .isEqualTo(new Part("cc", 2, 1));
        assertThat(part(segments("0007", "03", "03").esmClass(0x40).text("050003cc000041")))
                .as("a header without a place that can be")
                .isEqualTo(new Part("sar7", 3, 3));
    }

    @Test
    void theSameNumberInOneAndInTheOtherIsNotTheSameReference() {
        assertThat(part(segments("0007", "02", "01")))
                .isNotEqualTo(part(new MessagePdu().esmClass(0x40).text("0608040007020141")));
    }

    private static MessagePdu segments(@Nullable String reference, @Nullable String total, @Nullable String number) {
        MessagePdu message = new MessagePdu();
        if (reference != null) {
            message.tlv(Tlvs.SAR_MSG_REF_NUM, reference);
        }
        if (total != null) {
            message.tlv(Tlvs.SAR_TOTAL_SEGMENTS, total);
        }
        if (number != null) {
            message.tlv(Tlvs.SAR_SEGMENT_SEQNUM, number);
        }
        return message;
    }

    private static @Nullable Part part(MessagePdu message) {
        return Read.message(Read.of(message)).part();
    }
}
