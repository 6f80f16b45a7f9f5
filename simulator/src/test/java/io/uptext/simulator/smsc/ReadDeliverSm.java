/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A deliver_sm as a test reads it, field by field from the specification (SMPP 3.4, 4.6.1). */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ReadDeliverSm(
        String source,
        String destination,
        int esmClass,
        int protocolId,
        int dataCoding,
        byte[] shortMessage,
        Map<Integer, byte[]> tlvs) {

    static ReadDeliverSm of(byte[] pdu) {
        ByteBuffer in = ByteBuffer.wrap(pdu);
        if (in.getInt(0) != pdu.length || in.getInt(4) != 5) {
            throw new IllegalArgumentException("no deliver_sm");
        }
        in.position(16);
        cString(in);
        String source = in.get() + "/" + in.get() + "/" + cString(in);
        String destination = in.get() + "/" + in.get() + "/" + cString(in);
        int esmClass = in.get() & 0xFF;
        int protocolId = in.get() & 0xFF;
        in.get();
        cString(in);
        cString(in);
        in.get();
        in.get();
        int dataCoding = in.get() & 0xFF;
        in.get();
        byte[] shortMessage = new byte[in.get() & 0xFF];
        in.get(shortMessage);
        Map<Integer, byte[]> tlvs = new LinkedHashMap<>();
        while (in.hasRemaining()) {
            int tag = in.getShort() & 0xFFFF;
            byte[] value = new byte[in.getShort() & 0xFFFF];
            in.get(value);
            tlvs.put(tag, value);
        }
        return new ReadDeliverSm(source, destination, esmClass, protocolId, dataCoding, shortMessage, tlvs);
    }

    byte[] tlv(int tag) {
        return Optional.ofNullable(tlvs.get(tag)).orElseThrow();
    }

    private static String cString(ByteBuffer in) {
        StringBuilder text = new StringBuilder();
        for (int octet = in.get(); octet != 0; octet = in.get()) {
            text.append((char) (octet & 0xFF));
        }
        return text.toString();
    }
}
