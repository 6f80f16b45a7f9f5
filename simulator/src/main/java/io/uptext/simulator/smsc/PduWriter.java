/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Writes one PDU, field by field. */
final class PduWriter {

    static final int HEADER = 16;

    private static final int EXPECTED_BODY = 256;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(EXPECTED_BODY);

    PduWriter octet(int value) {
        body.write(value);
        return this;
    }

    PduWriter octets(byte[] values) {
        body.writeBytes(values);
        return this;
    }

    /** Up to {@code most} octets and a NUL. */
    PduWriter cString(String value, int most) {
        byte[] octets = value.getBytes(ISO_8859_1);
        if (octets.length > most) {
            throw new IllegalArgumentException("a field of at most " + most + " octets is longer");
        }
        body.writeBytes(octets);
        body.write(0);
        return this;
    }

    PduWriter tlv(Tlv tlv) {
        byte[] value = tlv.value();
        return octet(tlv.tag() >> 8)
                .octet(tlv.tag())
                .octet(value.length >> 8)
                .octet(value.length)
                .octets(value);
    }

    byte[] pdu(int command, int status, int sequence) {
        byte[] octets = body.toByteArray();
        return ByteBuffer.allocate(HEADER + octets.length)
                .putInt(HEADER + octets.length)
                .putInt(command)
                .putInt(status)
                .putInt(sequence)
                .put(octets)
                .array();
    }
}
