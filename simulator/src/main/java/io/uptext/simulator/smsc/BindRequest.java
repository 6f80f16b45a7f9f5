/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What an ESME wants to be bound as (SMPP 3.4, 4.1).
 *
 * @param command bind_receiver, bind_transmitter or bind_transceiver
 * @param interfaceVersion 0x34 for 3.4, 0x50 for 5.0
 * @param addressRange which destinations it serves, as it says
 * @param isWhole whether its fields are there and no longer than they may be
 */
public record BindRequest(
        int command,
        String systemId,
        String password,
        String systemType,
        int interfaceVersion,
        String addressRange,
        boolean isWhole) {

    /** Whether it is a transceiver, which could send texts as well. */
    public boolean isTransceiver() {
        return command == Command.BIND_TRANSCEIVER;
    }

    static boolean isBind(int command) {
        return command == Command.BIND_RECEIVER
                || command == Command.BIND_TRANSMITTER
                || command == Command.BIND_TRANSCEIVER;
    }

    static BindRequest of(ReceivedPdu pdu) {
        Fields fields = new Fields(pdu.body());
        return new BindRequest(
                pdu.command(),
                fields.cString(15),
                fields.cString(8),
                fields.cString(12),
                fields.octet(),
                fields.skip(2).cString(40),
                fields.isRight);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BindRequest[command=" + command + ", interfaceVersion=" + interfaceVersion + "]";
    }

    private static final class Fields {

        private final byte[] octets;
        private int at;
        private boolean isRight = true;

        Fields(byte[] octets) {
            this.octets = octets;
        }

        String cString(int most) {
            int from = at;
            while (at < octets.length && octets[at] != 0) {
                at++;
            }
            isRight &= at < octets.length && at - from <= most;
            String value = new String(octets, from, Math.max(0, Math.min(at, octets.length) - from), ISO_8859_1);
            at = Math.min(at + 1, octets.length);
            return value;
        }

        int octet() {
            isRight &= at < octets.length;
            return at < octets.length ? octets[at++] & 0xFF : 0;
        }

        Fields skip(int count) {
            isRight &= at + count <= octets.length;
            at = Math.min(at + count, octets.length);
            return this;
        }
    }
}
