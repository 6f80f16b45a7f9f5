/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/** What an SMSC should never send, and what a receiver should do about it. */
public enum WrongPdu {
    /** command_length 0. */
    LENGTH_0("with command_length 0", RightReaction.REJECT),
    /** command_length 3. */
    LENGTH_3("with command_length 3", RightReaction.REJECT),
    /** command_length 15, one less than a header. */
    LENGTH_15("with command_length 15", RightReaction.REJECT),
    /** command_length 2,147,483,648, which a signed number cannot hold. */
    LENGTH_2_31("with command_length 2,147,483,648", RightReaction.REJECT),
    /** A command_id that the specification reserves. */
    UNKNOWN_COMMAND("with an unknown command_id", RightReaction.REJECT),
    /** A PDU that ends within its fields. */
    TRUNCATED("that ends within its fields", RightReaction.ANY),
    /** The sequence number 0, as Kannel sends it; right otherwise. */
    SEQUENCE_0("with the sequence number 0", RightReaction.ACCEPT),
    /** A TLV that says it is longer than the PDU. */
    TLV_OVERRUN("with a TLV that is longer than the rest", RightReaction.ANY),
    /** sm_length says more than there is. */
    SM_LENGTH_OVERRUN("with an sm_length that is longer than the rest", RightReaction.ANY),
    /** A sender's number without an end. */
    MISSING_NUL("with a source_addr that does not end", RightReaction.ANY),
    /** A right message, but before the answer to the bind. */
    DELIVER_BEFORE_BIND_RESP("before the answer to the bind", RightReaction.REFUSE),
    /** A right message, one octet at a time. */
    BYTE_BY_BYTE("one octet at a time", RightReaction.ACCEPT),
    /** An answer to a question that nobody asked. */
    RESPONSE_WITHOUT_REQUEST("that answers nothing", RightReaction.IGNORE);

    private static final int LENGTH = 0;
    private static final int COMMAND = 4;
    private static final int SEQUENCE = 12;
    private static final int RESERVED_COMMAND = 0x00000999;
    private static final int CUT_BODY = 6;
    private static final byte[] OVERRUN = {0x14, 0x00, 0x01, 0x00, 'x', 'y'};
    private static final int ENDLESS_DIGITS = 40;

    private final String description;
    private final RightReaction right;

    WrongPdu(String description, RightReaction right) {
        this.description = description;
        this.right = right;
    }

    /** A few words that complete "a PDU". */
    public String description() {
        return description;
    }

    /** The right reactions, in words. */
    public String rightReaction() {
        return right.description();
    }

    /** Whether a receiver that did this is right. The next message must still be delivered, over a new bind if need be. */
    public boolean isRight(Reaction reaction) {
        return right.includes(reaction.kind());
    }

    /**
     * The octets, made of a right deliver_sm.
     *
     * @param deliverSm with whatever sequence number
     * @param sequence the sequence number that is written, where the fault is not there
     */
    public byte[] octets(byte[] deliverSm, int sequence) {
        byte[] copy = deliverSm.clone();
        ByteBuffer fields = ByteBuffer.wrap(copy).putInt(SEQUENCE, sequence);
        return switch (this) {
            case LENGTH_0 -> fields.putInt(LENGTH, 0).array();
            case LENGTH_3 -> fields.putInt(LENGTH, 3).array();
            case LENGTH_15 -> fields.putInt(LENGTH, 15).array();
            case LENGTH_2_31 -> fields.putInt(LENGTH, Integer.MIN_VALUE).array();
            case UNKNOWN_COMMAND -> fields.putInt(COMMAND, RESERVED_COMMAND).array();
            case TRUNCATED -> framed(Arrays.copyOf(copy, PduWriter.HEADER + CUT_BODY));
            case SEQUENCE_0 -> fields.putInt(SEQUENCE, 0).array();
            case TLV_OVERRUN -> framed(joined(copy, OVERRUN));
            case SM_LENGTH_OVERRUN -> overrunning(copy);
            case MISSING_NUL -> endless(copy);
            case DELIVER_BEFORE_BIND_RESP, BYTE_BY_BYTE -> copy;
            case RESPONSE_WITHOUT_REQUEST ->
                Pdus.header(Command.answerTo(Command.ENQUIRE_LINK), CommandStatus.ROK, sequence);
        };
    }

    private static byte[] framed(byte[] pdu) {
        return ByteBuffer.wrap(pdu).putInt(LENGTH, pdu.length).array();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] overrunning(byte[] pdu) {
        int smLength = smLengthAt(pdu);
        int end = Math.min(pdu.length, smLength + 1 + (pdu[smLength] & 0xFF));
        byte[] shorter = framed(Arrays.copyOf(pdu, end));
        shorter[smLength] = (byte) 0xFF;
        return shorter;
    }

    private static int smLengthAt(byte[] pdu) {
        int at = behindNul(pdu, PduWriter.HEADER); // service_type
        at = behindNul(pdu, at + 2); // source_addr
        at = behindNul(pdu, at + 2); // destination_addr
        at = behindNul(pdu, at + 3); // schedule_delivery_time
        return behindNul(pdu, at) + 4; // validity_period
    }

    private static int behindNul(byte[] pdu, int from) {
        int at = from;
        while (pdu[at] != 0) {
            at++;
        }
        return at + 1;
    }

    private static byte[] endless(byte[] pdu) {
        int address = behindNul(pdu, PduWriter.HEADER) + 2;
        byte[] endless = Arrays.copyOf(pdu, address + ENDLESS_DIGITS);
        Arrays.fill(endless, address, endless.length, (byte) '7');
        return framed(endless);
    }

    /** As it is written on a command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
