/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a message is known by when it comes again: nothing that changes then, and everything that tells it from others. */
class ContentTests {

    @Test
    void aMessageThatComesAgainIsTheSame() {
        byte[] first = whole().sequence(1).deliverSm();
        byte[] again = whole().sequence(77).status(1).deliverSm();

        assertThat(again).isNotEqualTo(first);
        assertThat(content(again)).isEqualTo(content(first));
    }

    /** What an SMSC may write otherwise the next time says nothing of the message. */
    @Test
    void whatAnotherSmscMayWriteOtherwiseDoesNotMatter() {
        assertThat(content(whole().serviceType("CMT"))).isEqualTo(content(whole()));
        assertThat(content(whole().flags(1, 1, 1, 1))).isEqualTo(content(whole()));
        assertThat(content(whole().tlv(0x1403, "3234303031"))).isEqualTo(content(whole()));
        assertThat(content(whole().text("").tlv(Tlvs.MESSAGE_PAYLOAD, "48656a21")))
                .isEqualTo(content(whole()));
    }

    @Test
    void eachFieldThatDiffersMakesItAnother() {
        List<byte[]> contents = Stream.of(
                        whole(),
                        whole().from(0, 1, "46701234567"),
                        whole().from(1, 0, "46701234567"),
                        whole().from(1, 1, "46701234568"),
                        whole().from(1, 1, "4670123456"),
                        whole().to(1, 0, "50500"),
                        whole().to(0, 1, "50500"),
                        whole().to(0, 0, "50501"),
                        whole().esmClass(0x80),
                        whole().protocolId(1),
                        whole().dataCoding(1),
                        whole().times("261125100000000+", ""),
                        whole().text("48656a22"),
                        whole().text("48656a"),
                        whole().text(""),
                        whole().tlv(Tlvs.USER_MESSAGE_REFERENCE, "0002"),
                        whole().tlv(Tlvs.SAR_MSG_REF_NUM, "0002"),
                        whole().tlv(Tlvs.SAR_TOTAL_SEGMENTS, "03"),
                        whole().tlv(Tlvs.SAR_SEGMENT_SEQNUM, "03"))
                .map(MessagePdu::deliverSm)
                .map(ContentTests::content)
                .toList();

        assertThat(contents.stream().map(HexFormat.of()::formatHex)).doesNotHaveDuplicates();
    }

    @Test
    void noFieldCanPassForPartOfItsNeighbour() {
        assertThat(content(new MessagePdu().text("0102").tlv(Tlvs.USER_MESSAGE_REFERENCE, "03")))
                .isNotEqualTo(content(new MessagePdu().text("01").tlv(Tlvs.USER_MESSAGE_REFERENCE, "0203")));
        assertThat(content(new MessagePdu().tlv(Tlvs.SAR_TOTAL_SEGMENTS, "02")))
                .isNotEqualTo(content(new MessagePdu().tlv(Tlvs.SAR_SEGMENT_SEQNUM, "02")));
        String digits = "1".repeat(65_535);
        assertThat(content(new MessagePdu().from(1, 1, digits + "2")))
                .as("lengths that are the same in their last 16 bits")
                .isNotEqualTo(content(new MessagePdu().from(1, 1, "")));
        assertThat(content(new MessagePdu().from(1, 1, digits + "2").text(""))).startsWith(1, 1, 1, 0, 0);
    }

    @Test
    void itPrintsNeitherNumberNorText() throws Exception {
        byte[] pdu = new MessagePdu()
                .from(1, 1, "46709876543")
                .text("4a4b4c4d")
                .tlv(Tlvs.MESSAGE_PAYLOAD, "4a4b4c4d")
                .deliverSm();
        ShortMessage message = MessagePdu.read(pdu);

        assertThat(List.of(
                        message.toString(),
                        message.source().toString(),
                        Pdu.read(pdu).toString()))
                .noneMatch(printed -> printed.contains("9876543") || printed.contains("JKLM"));
    }

    private static MessagePdu whole() {
        return new MessagePdu()
                .text("48656a21")
                .tlv(Tlvs.USER_MESSAGE_REFERENCE, "0001")
                .tlv(Tlvs.SAR_MSG_REF_NUM, "0001")
                .tlv(Tlvs.SAR_TOTAL_SEGMENTS, "02")
                .tlv(Tlvs.SAR_SEGMENT_SEQNUM, "01");
    }

    private static byte[] content(MessagePdu message) {
        return content(message.deliverSm());
    }

    private static byte[] content(byte[] pdu) {
        return MessagePdu.read(pdu).content();
    }
}
