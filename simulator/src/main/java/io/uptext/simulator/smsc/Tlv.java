/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

/**
 * An optional parameter (SMPP 3.4, 5.3.1). Its length is written as it is.
 *
 * @param tag what it is, 0 to 65,535
 * @param value at most 65,535 octets
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Tlv(int tag, byte[] value) {

    /** The version of SMPP that an SMSC speaks, in bind_resp. */
    public static final int SC_INTERFACE_VERSION = 0x0210;
    /** Which parts belong together; two octets. */
    public static final int SAR_MSG_REF_NUM = 0x020C;
    /** How many parts there are; one octet. */
    public static final int SAR_TOTAL_SEGMENTS = 0x020E;
    /** Which part this is, from 1; one octet. */
    public static final int SAR_SEGMENT_SEQNUM = 0x020F;
    /** A text that does not stand in short_message. */
    public static final int MESSAGE_PAYLOAD = 0x0424;

    private static final int MOST = 0xFFFF;

    public Tlv {
        if ((tag & ~MOST) != 0 || value.length > MOST) {
            throw new IllegalArgumentException("a TLV has a tag and a length up to 65,535");
        }
        value = value.clone();
    }

    static Tlv ofOctet(int tag, int value) {
        return new Tlv(tag, new byte[] {(byte) value});
    }

    static Tlv ofShort(int tag, int value) {
        return new Tlv(tag, new byte[] {(byte) (value >> 8), (byte) value});
    }

    @Override
    public byte[] value() {
        return value.clone();
    }
}
