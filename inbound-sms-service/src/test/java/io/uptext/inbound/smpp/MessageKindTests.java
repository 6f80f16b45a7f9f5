/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Reading;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a text that a person has written, and what is something else. */
class MessageKindTests {

    /** A receipt looks like this, and nothing else in it needs to say what it is. */
    private static final String RECEIPT = "69643a3132332073746174 3a44454c49565244".replace(" ", "");

    /** SMPP 3.4, 5.2.12: bits 5 to 2 are zero; 0x40 is a header, 0x80 a reply path, and the lowest two mean nothing here. */
    @Test
    void ofAllClassesOfMessagesThoseWithoutATypeAreTexts() {
        assertThat(IntStream.range(0, 256)
                        .filter(each -> Read.isText(
                                Read.of(new MessagePdu().text("00414243").esmClass(each))))
                        .boxed()
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of(
                        0x00, 0x01, 0x02, 0x03, 0x40, 0x41, 0x42, 0x43, 0x80, 0x81, 0x82, 0x83, 0xc0, 0xc1, 0xc2,
                        0xc3));
    }

    @Test
    void theHeaderIsNotTextWhereThereIsOne() {
        for (int esmClass : new int[] {0x40, 0x43, 0xc0}) {
            assertThat(Read.message(Read.of(new MessagePdu().text("00414243").esmClass(esmClass)))
                            .text())
                    .isEqualTo("ABC");
        }
        assertThat(Read.message(Read.of(new MessagePdu().text("00414243").esmClass(0x80)))
                        .text())
                .isEqualTo("@ABC");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x04, 0x08, 0x10, 0x18, 0x20, 0x24, 0x3c, 0x44, 0x84})
    void receiptsAndReportsAreNothing(int esmClass) {
        assertThat(Read.of(new MessagePdu().text(RECEIPT).esmClass(esmClass)))
                .isEqualTo(new Reading.Nothing("a receipt or another report"));
    }

    @Test
    void whatNamesTheMessageThatItIsAReceiptOfIsOneWhateverItsClass() {
        assertThat(Read.of(new MessagePdu().tlv(Tlvs.RECEIPTED_MESSAGE_ID, "313200")))
                .isEqualTo(new Reading.Nothing("a receipt or another report"));
        assertThat(Read.of(new MessagePdu().tlv(Tlvs.RECEIPTED_MESSAGE_ID, ""))).isInstanceOf(Reading.Nothing.class);
    }

    /** 3GPP TS 23.040, 9.2.3.9. */
    @Test
    void ofAllProgramsThoseOfThePhoneAndTheSimAreNoPeople() {
        assertThat(IntStream.range(0, 256)
                        .filter(each -> !Read.isText(Read.of(new MessagePdu().protocolId(each))))
                        .boxed()
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of(0x40, 0x7c, 0x7d, 0x7e, 0x7f));
    }

    /** SMPP 3.4, 5.2.19 below 0x10 and 3GPP TS 23.038, 4 from there on: waiting, compressed, octets, class 0, reserved. */
    @Test
    void everyDataCodingIsATextOrSomethingElse() {
        for (int coding = 0; coding < 256; coding++) {
            Reading reading = Read.of(new MessagePdu().text("00410042").dataCoding(coding));
            assertThat(Read.isText(reading)).as("%02x", coding).isEqualTo(isTextCoding(coding));
            if (!isTextCoding(coding)) {
                assertThat(reading).as("%02x", coding).isInstanceOf(Reading.Nothing.class);
            }
        }
    }

    private static boolean isTextCoding(int coding) {
        if (coding < 0x10) {
            return Set.of(0, 1, 3, 6, 7, 8).contains(coding);
        }
        if (coding >= 0xf0) {
            return (coding & 0x04) == 0 && (coding & 0x03) != 0;
        }
        boolean isFlash = (coding & 0x13) == 0x10;
        return coding < 0x80
                && (coding & 0x20) == 0
                && !isFlash
                && Set.of(0x00, 0x08).contains(coding & 0x0c);
    }

    @ParameterizedTest
    @CsvSource({
        // Ports of 8 and 16 bits, and a port beside a part (3GPP TS 23.040, 9.2.3.24.3, 9.2.3.24.4).
        "040402 0b23 41",
        "06050423f0 23f0 41",
        "0b 0003cc0201 050423f023f0 41",
        "0b 050423f023f0 0003cc0201 41",
    })
    void whatIsSentToAPortIsNothing(String userData) {
        assertThat(Read.of(new MessagePdu().esmClass(0x40).text(userData.replace(" ", ""))))
                .isEqualTo(new Reading.Nothing("a message to a port, which no person has written"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "01", "0141", "050003cc02", "ff00", "0500030201", "050002cc0141", "0100", "0403cc020141"})
    void aHeaderThatIsBrokenIsToldAndNotGuessedAt(String userData) {
        assertThat(Read.of(new MessagePdu().esmClass(0x40).text(userData)))
                .isEqualTo(new Reading.Malformed("the lengths in the user data header do not add up"));
    }

    @Test
    void aHeaderAloneIsAnEmptyText() {
        assertThat(Read.message(Read.of(new MessagePdu().esmClass(0x40).text("00")))
                        .text())
                .isEmpty();
        assertThat(Read.message(Read.of(new MessagePdu().text(""))).text()).isEmpty();
    }
}
