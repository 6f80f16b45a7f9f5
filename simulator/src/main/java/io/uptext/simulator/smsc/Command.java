/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

/** Values of command_id (SMPP 3.4, 5.1.2.1). */
public final class Command {

    /** Answers a PDU that cannot be understood, and is no request. */
    public static final int GENERIC_NACK = 0x80000000;
    /** An ESME wants to receive. */
    public static final int BIND_RECEIVER = 0x00000001;
    /** An ESME wants to send; refused here. */
    public static final int BIND_TRANSMITTER = 0x00000002;
    /** A text from a phone. */
    public static final int DELIVER_SM = 0x00000005;
    /** Either side says goodbye. */
    public static final int UNBIND = 0x00000006;
    /** An ESME wants to receive and to send. */
    public static final int BIND_TRANSCEIVER = 0x00000009;
    /** An SMSC invites an ESME to bind. */
    public static final int OUTBIND = 0x0000000B;
    /** Is anybody there? */
    public static final int ENQUIRE_LINK = 0x00000015;
    /** A phone can be reached again. Has no answer. */
    public static final int ALERT_NOTIFICATION = 0x00000102;
    /** A text, written in another way. */
    public static final int DATA_SM = 0x00000103;

    private static final int RESPONSE = 0x80000000;

    private Command() {}

    /** The command that answers a request. */
    public static int answerTo(int request) {
        return request | RESPONSE;
    }

    static boolean isAnswer(int command) {
        return (command & RESPONSE) != 0;
    }
}
