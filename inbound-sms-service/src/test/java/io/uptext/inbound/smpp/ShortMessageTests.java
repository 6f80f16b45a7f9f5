/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code deliver_sm} and {@code data_sm}, whole and cut off anywhere. */
class ShortMessageTests {

    private static final MessagePdu RICH = new MessagePdu()
            .serviceType("CMT")
            .from(1, 1, "46701234567")
            .to(2, 8, "0701112233")
            .esmClass(0x43)
            .protocolId(0x21)
            .times("261125100000000+", "000001000000000R")
            .flags(3, 0x11, 1, 7)
            .dataCoding(0xf1)
            .text("050003cc0201" + "48656a")
            .tlv(Tlvs.USER_MESSAGE_REFERENCE, "abcd")
            .tlv(0x1403, "3234303031")
            .tlv(0x1400, "");

    /** SMPP 3.4, 4.6.1, in the order of the table there. */
    @Test
    void aDeliverSmIsReadFieldByField() {
        ShortMessage read = MessagePdu.read(HexFormat.of()
                .parseHex("00000045" + "00000005" + "00000000" + "00000001"
                        + "434d5400" // service_type
                        + "01" + "01" + "343637303132333400" // source
                        + "03" + "08" + "353035303000" // destination
                        + "40" + "3f" + "02" // esm_class, protocol_id, priority_flag
                        + "31" + "00" + "3200" // schedule_delivery_time, validity_period
                        + "11" + "01" + "f1" + "09" // registered_delivery, replace, data_coding, default message
                        + "04" + "00484921" // sm_length, short_message
                        + "0204" + "0002" + "0102"
                        + "1403" + "0001" + "ff"));

        assertThat(read.source()).isEqualTo(new Address(1, 1, "46701234"));
        assertThat(read.destination()).isEqualTo(new Address(3, 8, "50500"));
        assertThat(read.esmClass()).isEqualTo(0x40);
        assertThat(read.protocolId()).isEqualTo(0x3f);
        assertThat(read.dataCoding()).isEqualTo(0xf1);
        assertThat(read.userData()).containsExactly(0x00, 'H', 'I', '!');
        assertThat(read.tlvs().get(0x0204)).hasValue(new byte[] {1, 2});
        assertThat(read.tlvs().get(0x1403)).hasValue(new byte[] {(byte) 0xff});
    }

    /** SMPP 3.4, 4.7.1. */
    @Test
    void aDataSmIsReadFieldByField() {
        ShortMessage read = MessagePdu.read(HexFormat.of()
                .parseHex("00000030" + "00000103" + "00000000" + "00000001"
                        + "00" + "01" + "01" + "343637303100" + "00" + "00" + "35303500" + "40" + "11" + "08"
                        + "0424" + "0005" + "0000480069"
                        + "0019" + "0001" + "01"));

        assertThat(read.source()).isEqualTo(new Address(1, 1, "46701"));
        assertThat(read.destination()).isEqualTo(new Address(0, 0, "505"));
        assertThat(read.esmClass()).isEqualTo(0x40);
        assertThat(read.protocolId()).isZero();
        assertThat(read.dataCoding()).isEqualTo(0x08);
        assertThat(read.userData()).containsExactly(0, 0, 'H', 0, 'i');
    }

    @Test
    void aDeliverSmThatIsCutOffIsShorterOrBroken() throws Exception {
        byte[] whole = RICH.deliverSm();
        int text = RICH.startOfText();
        int end = text + 9;
        for (int length = Header.LENGTH; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            if (length < text) {
                assertBroken(() -> Pdu.read(cut), CommandStatus.RINVCMDLEN, length);
            } else if (length < end) {
                assertBroken(() -> Pdu.read(cut), CommandStatus.RINVMSGLEN, length);
            } else {
                ShortMessage shorter = MessagePdu.read(cut);
                assertThat(shorter.userData()).isEqualTo(RICH.read().userData());
                assertThat(shorter.tlvs().has(0x1400)).isFalse();
                assertThat(shorter.tlvs().has(0x1403)).isEqualTo(length >= end + 6 + 9);
                assertThat(shorter.tlvs().areBroken()).isEqualTo(isWithinAValue(length - end));
            }
        }
    }

    /** Of a parameter of two octets and one of five, with four before each. */
    private static boolean isWithinAValue(int octets) {
        return (octets >= 4 && octets < 6) || (octets >= 10 && octets < 15);
    }

    @Test
    void aDataSmThatIsCutOffIsShorterOrBroken() {
        byte[] whole = new MessagePdu()
                .serviceType("CMT")
                .tlv(Tlvs.MESSAGE_PAYLOAD, "48656a")
                .tlv(0x1400, "")
                .dataSm();
        int end = whole.length - 11;
        for (int length = Header.LENGTH; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            if (length < end) {
                assertBroken(() -> Pdu.read(cut), CommandStatus.RINVCMDLEN, length);
            } else {
                ShortMessage shorter = MessagePdu.read(cut);
                assertThat(shorter.userData()).hasSize(length < end + 7 ? 0 : 3);
                assertThat(shorter.tlvs().areBroken()).isEqualTo(length >= end + 4 && length < end + 7);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"4, RINVMSGLEN", "255, RINVMSGLEN"})
    void aLengthThatLiesIsSeen(int length, String status) {
        byte[] pdu = new MessagePdu().deliverSm();
        pdu[new MessagePdu().startOfText() - 1] = (byte) length;

        assertBroken(() -> Pdu.read(pdu), CommandStatus.valueOf(status), length);
    }

    @Test
    void aStringWithoutItsEndTakesWhatFollowsAndIsBrokenAtTheEnd() {
        byte[] pdu = new MessagePdu().text("").deliverSm();
        for (int at = Header.LENGTH; at < pdu.length; at++) {
            pdu[at] = 'x';
        }

        assertBroken(() -> Pdu.read(pdu), CommandStatus.RINVCMDLEN, 0);
    }

    @Test
    void a255OctetTextIsRead() {
        byte[] text = new byte[255];
        Arrays.fill(text, (byte) 'x');

        assertThat(new MessagePdu().text(text).read().userData()).isEqualTo(text);
    }

    /** Both are there although only one may be (SMPP 3.4, 5.3.2.32): the longer field is the one that is meant. */
    @Test
    void thePayloadCountsWhereThereIsOne() {
        assertThat(new MessagePdu()
                        .text("")
                        .tlv(Tlvs.MESSAGE_PAYLOAD, "4142")
                        .read()
                        .userData())
                .isEqualTo("AB".getBytes(US_ASCII));
        assertThat(new MessagePdu()
                        .text("4344")
                        .tlv(Tlvs.MESSAGE_PAYLOAD, "4142")
                        .read()
                        .userData())
                .isEqualTo("AB".getBytes(US_ASCII));
        assertThat(new MessagePdu()
                        .text("4344")
                        .tlv(Tlvs.MESSAGE_PAYLOAD, "")
                        .read()
                        .userData())
                .isEmpty();
        assertThat(MessagePdu.read(new MessagePdu().dataSm()).userData()).isEmpty();
    }

    @Test
    void thePduIsKeptAsItCame() {
        byte[] pdu = RICH.deliverSm();

        assertThat(MessagePdu.read(pdu).pdu()).isEqualTo(RICH.deliverSm());
    }

    private static void assertBroken(ThrowingCallable reading, CommandStatus status, int where) {
        assertThatThrownBy(reading).as("at %d", where).isInstanceOfSatisfying(MalformedPduException.class, e -> {
            assertThat(e.status()).as("at %d", where).isEqualTo(status);
            assertThat(e.getMessage()).doesNotContainPattern("[0-9]");
            assertThat(e.getStackTrace()).isEmpty();
        });
    }
}
