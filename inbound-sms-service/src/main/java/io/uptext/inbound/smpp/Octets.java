/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** Reads the fields of a PDU one after the other (SMPP 3.4, 3.1), and never past its end. */
final class Octets {

    private final byte[] pdu;
    private int at;

    Octets(byte[] pdu, int start) {
        this.pdu = pdu;
        this.at = start;
    }

    byte[] all() {
        return pdu;
    }

    int left() {
        return pdu.length - at;
    }

    int one() throws MalformedPduException {
        require(1, CommandStatus.RINVCMDLEN);
        return Byte.toUnsignedInt(pdu[at++]);
    }

    int two() throws MalformedPduException {
        return (one() << Byte.SIZE) | one();
    }

    int four() throws MalformedPduException {
        return (two() << Short.SIZE) | two();
    }

    /** A C-octet string, of any length: peers do not keep to the limits, and the PDU has one. */
    String cString() throws MalformedPduException {
        for (int end = at; end < pdu.length; end++) {
            if (pdu[end] == 0) {
                String read = new String(pdu, at, end - at, ISO_8859_1);
                at = end + 1;
                return read;
            }
        }
        throw new MalformedPduException(CommandStatus.RINVCMDLEN, "a string has no end");
    }

    /** So many octets; {@code otherwise} says that they are not there. */
    byte[] some(int count, CommandStatus otherwise) throws MalformedPduException {
        require(count, otherwise);
        at += count;
        return Arrays.copyOfRange(pdu, at - count, at);
    }

    private void require(int count, CommandStatus otherwise) throws MalformedPduException {
        if (count > left()) {
            throw new MalformedPduException(otherwise, "a field reaches past the end");
        }
    }
}
