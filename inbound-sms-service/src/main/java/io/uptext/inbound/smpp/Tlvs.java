/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The optional parameters of a PDU (SMPP 3.4, 3.2.4 and 5.3), those of vendors among them. The last of a tag counts. */
public final class Tlvs {

    static final int SOURCE_SUBADDRESS = 0x0202;
    static final int USER_MESSAGE_REFERENCE = 0x0204;
    static final int DESTINATION_PORT = 0x020b;
    static final int SAR_MSG_REF_NUM = 0x020c;
    static final int SAR_TOTAL_SEGMENTS = 0x020e;
    static final int SAR_SEGMENT_SEQNUM = 0x020f;
    static final int SC_INTERFACE_VERSION = 0x0210;
    static final int RECEIPTED_MESSAGE_ID = 0x001e;
    static final int MESSAGE_PAYLOAD = 0x0424;

    private static final int TAG_AND_LENGTH = 4;

    private final Map<Integer, byte[]> values;
    private final boolean broken;

    private Tlvs(Map<Integer, byte[]> values, boolean broken) {
        this.values = values;
        this.broken = broken;
    }

    /** Reads what is left of a PDU. Fewer octets at its end than a parameter has are none: some SMSCs send such. */
    static Tlvs read(Octets octets) throws MalformedPduException {
        if (octets.left() < TAG_AND_LENGTH) {
            return new Tlvs(Map.of(), false);
        }
        Map<Integer, byte[]> values = new HashMap<>();
        while (octets.left() >= TAG_AND_LENGTH) {
            int tag = octets.two();
            int length = octets.two();
            if (length > octets.left()) {
                return new Tlvs(values, true);
            }
            values.put(tag, octets.some(length, CommandStatus.RINVOPTPARSTREAM));
        }
        return new Tlvs(values, false);
    }

    /** Whether one reaches past the end of the PDU, so that nobody knows what is missing. */
    boolean areBroken() {
        return broken;
    }

    boolean has(int tag) {
        return values.containsKey(tag);
    }

    /** The octets of a parameter. */
    Optional<byte[]> get(int tag) {
        return Optional.ofNullable(values.get(tag));
    }

    /** The number of a parameter that has so many octets, 1 or 2. */
    OptionalInt number(int tag, int octets) throws MalformedPduException {
        byte[] value = values.get(tag);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value.length != octets) {
            throw new MalformedPduException(CommandStatus.RINVPARLEN, "an optional parameter has another length");
        }
        return OptionalInt.of(
                octets == 1
                        ? Byte.toUnsignedInt(value[0])
                        : Short.toUnsignedInt(ByteBuffer.wrap(value).getShort()));
    }
}
