/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Map;

/**
 * A deliver_sm (SMPP 3.4, 4.6.1) with the fields that mean something to a receiver; the others are zero or empty.
 *
 * @param name what is special about it, for whoever reads of a failure
 * @param from source_addr, ASCII
 * @param to destination_addr, ASCII
 * @param shortMessage at most 254 octets
 * @param tlvs values by tag, in the order in which they are sent
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record PeerMessage(
        String name,
        String from,
        int fromTon,
        int fromNpi,
        String to,
        int toTon,
        int toNpi,
        int esmClass,
        int protocolId,
        int dataCoding,
        byte[] shortMessage,
        Map<Integer, byte[]> tlvs) {

    /** The octets after the header of the PDU. */
    byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        string(body, "");
        body.write(fromTon);
        body.write(fromNpi);
        string(body, from);
        body.write(toTon);
        body.write(toNpi);
        string(body, to);
        body.write(esmClass);
        body.write(protocolId);
        // priority_flag, schedule_delivery_time, validity_period, registered_delivery, replace_if_present_flag
        body.writeBytes(new byte[5]);
        body.write(dataCoding);
        // sm_default_msg_id
        body.write(0);
        body.write(shortMessage.length);
        body.writeBytes(shortMessage);
        tlvs.forEach((tag, value) -> {
            twoOctets(body, tag);
            twoOctets(body, value.length);
            body.writeBytes(value);
        });
        return body.toByteArray();
    }

    private static void string(ByteArrayOutputStream body, String value) {
        body.writeBytes(value.getBytes(US_ASCII));
        body.write(0);
    }

    private static void twoOctets(ByteArrayOutputStream body, int value) {
        body.write(value >> 8);
        body.write(value);
    }

    /** The name alone: the text is nobody's business. */
    @Override
    public String toString() {
        return name;
    }
}
