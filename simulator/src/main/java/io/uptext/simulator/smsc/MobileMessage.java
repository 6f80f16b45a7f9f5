/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text from a phone, and how it is to travel.
 *
 * @param from the phone's number; with a plus sign it is international, with letters it is a name
 * @param to the short code or number that is texted
 * @param text what it says
 * @param encoding how it becomes octets
 * @param concatenation how it travels if it is long
 * @param order in which order its parts are sent
 * @param reference what its parts are known by, 0 to 65,535; null for the SMSC's next
 * @param raw fields that are other than they would be
 */
public record MobileMessage(
        String from,
        String to,
        String text,
        Encoding encoding,
        Concatenation concatenation,
        PartOrder order,
        @Nullable Integer reference,
        RawFields raw) {

    /** A text as phones and operators send it, in GSM or UCS-2, in parts with 8-bit references. */
    public static MobileMessage of(String from, String to, String text) {
        return new MobileMessage(
                from, to, text, Encoding.of(text), Concatenation.UDH_8_BIT, PartOrder.IN_ORDER, null, RawFields.NONE);
    }

    public MobileMessage withEncoding(Encoding value) {
        return new MobileMessage(from, to, text, value, concatenation, order, reference, raw);
    }

    public MobileMessage withConcatenation(Concatenation value) {
        return new MobileMessage(from, to, text, encoding, value, order, reference, raw);
    }

    public MobileMessage withOrder(PartOrder value) {
        return new MobileMessage(from, to, text, encoding, concatenation, value, reference, raw);
    }

    public MobileMessage withReference(int value) {
        return new MobileMessage(from, to, text, encoding, concatenation, order, value, raw);
    }

    /** The bit for a user data header comes on top where there is one. */
    public MobileMessage withEsmClass(int value) {
        return with(raw.withEsmClass(value));
    }

    public MobileMessage withDataCoding(int value) {
        return with(raw.withDataCoding(value));
    }

    public MobileMessage withProtocolId(int value) {
        return with(raw.withProtocolId(value));
    }

    /** Type of number and numbering plan of the sender. A plus sign is never sent. */
    public MobileMessage withSource(int ton, int npi) {
        return with(raw.withSource(new RawFields.Plan(ton, npi)));
    }

    /** Type of number and numbering plan of the receiver. */
    public MobileMessage withDestination(int ton, int npi) {
        return with(raw.withDestination(new RawFields.Plan(ton, npi)));
    }

    /** One more TLV, behind all others. */
    public MobileMessage withTlv(int tag, byte[] value) {
        return with(raw.withTlv(new Tlv(tag, value)));
    }

    /** These octets instead of the text, in one PDU: at most 254, or more as message_payload. */
    public MobileMessage withOctets(byte[] value) {
        return with(raw.withOctets(value));
    }

    /** In data_sm (SMPP 3.4, 4.7.1), where a text is always in message_payload. */
    public MobileMessage asDataSm() {
        return with(raw.asDataSm());
    }

    private MobileMessage with(RawFields fields) {
        return new MobileMessage(from, to, text, encoding, concatenation, order, reference, fields);
    }

    /**
     * Its PDUs as they are sent, with the sequence number 0.
     *
     * @param nextReference what its parts are known by unless it has a reference
     * @throws IllegalArgumentException if it cannot be written: the encoding lacks characters, a number is longer than
     *     20, or there were more than 255 parts
     */
    public List<byte[]> pdus(int nextReference) {
        return Parts.of(this, reference == null ? nextReference : reference);
    }

    /** Without the numbers and the text. */
    @Override
    public String toString() {
        return "MobileMessage[" + encoding + ", " + concatenation + ", " + order + "]";
    }
}
