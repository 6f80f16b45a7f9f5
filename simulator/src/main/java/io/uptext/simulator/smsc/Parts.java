/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tears a text into parts and writes a PDU for each. */
final class Parts {

    /** How many octets a text in one SMS has (3GPP TS 23.040, 9.2.3.16), a header included. */
    static final int SMS_OCTETS = 140;

    private static final int MOST = 255;

    private Parts() {}

    static List<byte[]> of(MobileMessage message, int reference) {
        if (message.raw().octets() != null) {
            byte[] octets = message.raw().octets();
            return List.of(MessagePdu.write(message, 0, octets, List.of()));
        }
        Encoding encoding = message.encoding();
        byte[] octets = encoding.encode(message.text());
        if (octets.length <= encoding.room(0) || message.concatenation() == Concatenation.MESSAGE_PAYLOAD) {
            return message.order()
                    .of(List.of(MessagePdu.write(message, 0, finished(encoding, octets, 0), List.of())), reference);
        }
        List<byte[]> torn = tear(encoding, octets, message.concatenation().header());
        List<byte[]> parts = new ArrayList<>(torn.size());
        for (int i = 0; i < torn.size(); i++) {
            parts.add(part(message, torn.get(i), reference, torn.size(), i + 1));
        }
        return message.order().of(parts, reference);
    }

    private static List<byte[]> tear(Encoding encoding, byte[] octets, int header) {
        List<byte[]> torn = new ArrayList<>();
        int room = encoding.room(header);
        for (int from = 0; from < octets.length; ) {
            int end = from + room;
            int to = end >= octets.length ? octets.length : encoding.tear(octets, end);
            torn.add(Arrays.copyOfRange(octets, from, to));
            from = to;
        }
        if (torn.size() > MOST) {
            throw new IllegalArgumentException("a text has at most 255 parts");
        }
        return torn;
    }

    private static byte[] part(MobileMessage message, byte[] octets, int reference, int total, int number) {
        Encoding encoding = message.encoding();
        return switch (message.concatenation()) {
            case UDH_8_BIT -> {
                byte[] header = {5, 0x00, 3, (byte) reference, (byte) total, (byte) number};
                yield withHeader(message, header, octets);
            }
            case UDH_16_BIT -> {
                byte[] header = {6, 0x08, 4, (byte) (reference >> 8), (byte) reference, (byte) total, (byte) number};
                yield withHeader(message, header, octets);
            }
            case SAR_TLVS ->
                MessagePdu.write(
                        message,
                        0,
                        finished(encoding, octets, 0),
                        List.of(
                                Tlv.ofShort(Tlv.SAR_MSG_REF_NUM, reference),
                                Tlv.ofOctet(Tlv.SAR_TOTAL_SEGMENTS, total),
                                Tlv.ofOctet(Tlv.SAR_SEGMENT_SEQNUM, number)));
            case MESSAGE_PAYLOAD -> throw new IllegalStateException("a payload has no parts");
        };
    }

    private static byte[] withHeader(MobileMessage message, byte[] header, byte[] octets) {
        byte[] body = joined(header, finished(message.encoding(), octets, header.length));
        return MessagePdu.write(message, MessagePdu.UDH_INDICATOR, body, List.of());
    }

    private static byte[] finished(Encoding encoding, byte[] octets, int header) {
        return encoding == Encoding.GSM_PACKED ? Septets.pack(octets, header) : joined(encoding.mark(), octets);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        if (first.length == 0) {
            return second;
        }
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
