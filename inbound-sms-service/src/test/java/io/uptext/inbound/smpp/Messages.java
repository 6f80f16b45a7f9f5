/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Any octets as PDUs, and the messages in them. */
public final class Messages {

    private static final int COMMAND = 4;
    private static final int SEQUENCE = 12;

    private Messages() {}

    /** A PDU whose header and body are these, behind its length; what is missing of the header is zero. */
    public static byte[] pdu(byte[] octets) {
        int length = Math.max(Header.LENGTH, Integer.BYTES + octets.length);
        byte[] pdu = new byte[length];
        System.arraycopy(octets, 0, pdu, Integer.BYTES, octets.length);
        ByteBuffer.wrap(pdu).putInt(length);
        return pdu;
    }

    /** The same with another sequence number, as it would come again. */
    public static byte[] renumbered(byte[] pdu) {
        byte[] again = pdu.clone();
        again[SEQUENCE + 3]++;
        return again;
    }

    /**
     * The message of a PDU, if it is one.
     *
     * @throws AssertionError if what becomes of the PDU makes no sense
     */
    public static Optional<ShortMessage> delivered(byte[] pdu) {
        try {
            Pdu read = Pdu.read(pdu);
            check(read, pdu);
            return read instanceof Pdu.Delivery delivery ? Optional.of(delivery.message()) : Optional.empty();
        } catch (MalformedPduException e) {
            if (e.status().isOk()) {
                throw new AssertionError("what is broken is not told of");
            }
            return Optional.empty();
        }
    }

    private static void check(Pdu read, byte[] pdu) {
        ByteBuffer octets = ByteBuffer.wrap(pdu);
        Header header =
                new Header(octets.getInt(COMMAND), new CommandStatus(octets.getInt(8)), octets.getInt(SEQUENCE));
        if (!read.header().equals(header)) {
            throw new AssertionError("another header than was written");
        }
        if (Command.of(header.commandId()).isEmpty() && !(read instanceof Pdu.Unknown)) {
            throw new AssertionError("an unknown command that is known");
        }
    }
}
