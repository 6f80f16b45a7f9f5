/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.List;
import java.util.Objects;

/** A deliver_sm (SMPP 3.4, 4.6.1) or data_sm (4.7.1). */
final class MessagePdu {

    /** In esm_class: a user data header stands before the text. */
    static final int UDH_INDICATOR = 0x40;

    private static final int LONGEST_ADDRESS = 20;
    private static final int LONGEST_ADDRESS_OF_DATA_SM = 64;
    private static final int LONGEST_SHORT_MESSAGE = 254;

    private MessagePdu() {}

    static byte[] write(MobileMessage message, int esmClass, byte[] octets, List<Tlv> tlvs) {
        return message.raw().isDataSm()
                ? dataSm(message, esmClass, octets, tlvs)
                : deliverSm(message, esmClass, octets, tlvs);
    }

    private static byte[] deliverSm(MobileMessage message, int esmClass, byte[] octets, List<Tlv> tlvs) {
        RawFields raw = message.raw();
        PduWriter writer = new PduWriter().octet(0);
        writeAddresses(message, writer, LONGEST_ADDRESS);
        writer.octet(esmClass | Objects.requireNonNullElse(raw.esmClass(), 0))
                .octet(Objects.requireNonNullElse(raw.protocolId(), 0))
                .octet(0) // priority_flag
                .octet(0) // schedule_delivery_time
                .octet(0) // validity_period
                .octet(0) // registered_delivery
                .octet(0) // replace_if_present_flag
                .octet(dataCoding(message))
                .octet(0); // sm_default_msg_id
        boolean isPayload =
                message.concatenation() == Concatenation.MESSAGE_PAYLOAD || octets.length > LONGEST_SHORT_MESSAGE;
        if (isPayload) {
            writer.octet(0).tlv(new Tlv(Tlv.MESSAGE_PAYLOAD, octets));
        } else {
            writer.octet(octets.length).octets(octets);
        }
        tlvs.forEach(writer::tlv);
        raw.tlvs().forEach(writer::tlv);
        return writer.pdu(Command.DELIVER_SM, CommandStatus.ROK, 0);
    }

    private static byte[] dataSm(MobileMessage message, int esmClass, byte[] octets, List<Tlv> tlvs) {
        RawFields raw = message.raw();
        PduWriter writer = new PduWriter().octet(0);
        writeAddresses(message, writer, LONGEST_ADDRESS_OF_DATA_SM);
        writer.octet(esmClass | Objects.requireNonNullElse(raw.esmClass(), 0))
                .octet(0) // registered_delivery
                .octet(dataCoding(message))
                .tlv(new Tlv(Tlv.MESSAGE_PAYLOAD, octets));
        tlvs.forEach(writer::tlv);
        raw.tlvs().forEach(writer::tlv);
        return writer.pdu(Command.DATA_SM, CommandStatus.ROK, 0);
    }

    private static void writeAddresses(MobileMessage message, PduWriter writer, int longest) {
        RawFields raw = message.raw();
        RawFields.Plan.apply(raw.source(), message.from()).write(writer, longest);
        RawFields.Plan.apply(raw.destination(), message.to()).write(writer, longest);
    }

    private static int dataCoding(MobileMessage message) {
        return Objects.requireNonNullElse(
                message.raw().dataCoding(), message.encoding().dataCoding());
    }
}
