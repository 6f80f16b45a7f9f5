/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

/** Small PDUs, to be sent with {@link SmscSession#send}. */
public final class Pdus {

    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_SYSTEM_ID = 15;
    private static final int LONGEST_PASSWORD = 8;

    private Pdus() {}

    /** Nothing but a header, as enquire_link, unbind, generic_nack and most answers are. */
    public static byte[] header(int command, int status, int sequence) {
        return new PduWriter().pdu(command, status, sequence);
    }

    /** An alert_notification (SMPP 3.4, 4.12.1): {@code from} can be reached again, says the SMSC to {@code to}. */
    public static byte[] alertNotification(int sequence, String from, String to) {
        return Address.of(to)
                .write(Address.of(from).write(new PduWriter(), LONGEST_ADDRESS), LONGEST_ADDRESS)
                .pdu(Command.ALERT_NOTIFICATION, CommandStatus.ROK, sequence);
    }

    /** An outbind (SMPP 3.4, 4.1.7.1). */
    public static byte[] outbind(int sequence, String systemId, String password) {
        return new PduWriter()
                .cString(systemId, LONGEST_SYSTEM_ID)
                .cString(password, LONGEST_PASSWORD)
                .pdu(Command.OUTBIND, CommandStatus.ROK, sequence);
    }

    /** The answer to a bind. */
    static byte[] bindAnswer(BindRequest request, int status, int sequence, String systemId, int version) {
        PduWriter writer = new PduWriter();
        if (status == CommandStatus.ROK) {
            writer.cString(systemId, LONGEST_SYSTEM_ID);
            if (request.interfaceVersion() >= SmscSettings.VERSION_3_4) {
                writer.tlv(Tlv.ofOctet(Tlv.SC_INTERFACE_VERSION, version));
            }
        }
        return writer.pdu(Command.answerTo(request.command()), status, sequence);
    }
}
