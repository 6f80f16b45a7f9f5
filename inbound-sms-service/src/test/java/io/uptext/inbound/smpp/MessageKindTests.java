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

    /**
     * SMPP 3.4, 5.2.19 below 0x10 and 3GPP TS 23.038, 4 from there on. Only octets, flash messages and notices that messages
     * wait are nothing: what else is not read is a person's text, and whoever looks after us must hear of it.
     */
    @Test
    void everyDataCodingIsATextOrToldOfOrNoText() {
        for (int coding = 0; coding < 256; coding++) {
            assertThat(Read.of(new MessagePdu().text("1b2842414243").dataCoding(coding)))
                    .as("%02x", coding)
                    .isInstanceOf(kind(coding));
        }
    }

    private static Class<? extends Reading> kind(int coding) {
        boolean isFlash = (coding & 0x13) == 0x10;
        return switch (coding >> 4) {
            case 0x0 ->
                switch (coding) {
                    case 0x02, 0x04 -> Reading.Nothing.class;
                    case 0x09, 0x0b, 0x0c, 0x0d, 0x0f -> Reading.Malformed.class;
                    default -> Reading.Messages.class;
                };
            case 0x2, 0x3, 0x6, 0x7 -> Reading.Malformed.class;
            case 0x1, 0x4, 0x5 -> isFlash || (coding & 0x0c) == 0x04 ? Reading.Nothing.class : Reading.Messages.class;
            case 0x8, 0x9, 0xa, 0xb -> Reading.Messages.class;
            case 0xc, 0xd, 0xe -> Reading.Nothing.class;
            default -> isFlash || (coding & 0x04) != 0 ? Reading.Nothing.class : Reading.Messages.class;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "09, a text in an alphabet that is not read",
        "0d, a text in an alphabet that is not read",
        "0f, a text in a reserved data coding",
        "20, a compressed text",
        "7f, a compressed text",
    })
    void aTextThatIsNotReadIsToldOf(String coding, String reason) {
        assertThat(Read.of(new MessagePdu().dataCoding(Integer.parseInt(coding, 16))))
                .isEqualTo(new Reading.Malformed(reason));
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

    /** SMPP 3.4, 5.3.2.20: the SMSC has taken the header away and says the same beside the text. */
    @ParameterizedTest
    @ValueSource(strings = {"3e81", "0001", "0100", "01", "00003e81"})
    void whatTheSmscSaysIsSentToAPortIsNothing(String port) {
        assertThat(Read.of(new MessagePdu().tlv(Tlvs.DESTINATION_PORT, port)))
                .isEqualTo(new Reading.Nothing("a message to a port, which no person has written"));
    }

    /** Some SMSCs write both ports beside every text, with no port in them; and where it comes from is not where it goes. */
    @ParameterizedTest
    @CsvSource({"020a, 0000", "020a, 3e80", "020b, 0000", "020b, ''"})
    void aPortThatIsNoneOrTheSendersIsNoReasonToIgnoreAText(String tag, String port) {
        assertThat(Read.isText(Read.of(new MessagePdu().tlv(Integer.parseInt(tag, 16), port))))
                .isTrue();
    }

    /** Whether it is a receipt or for a port could stand in what is not there. */
    @Test
    void aTextWhoseOptionalParametersReachPastTheEndIsToldOf() {
        assertThat(Read.of(new MessagePdu().tail("1400000401")))
                .isEqualTo(new Reading.Malformed("the optional parameters reach past the end"));
        assertThat(Read.of(new MessagePdu().esmClass(0x04).tail("1400000401"))).isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "0000", "000000", "140000", "14000001ff00"})
    void aFewStrayOctetsBehindATextAreNoReasonToRefuseIt(String tail) {
        assertThat(Read.message(Read.of(new MessagePdu().tail(tail))).text()).isEqualTo("Hej");
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
