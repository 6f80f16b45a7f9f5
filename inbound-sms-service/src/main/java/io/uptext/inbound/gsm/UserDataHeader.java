/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

import io.uptext.inbound.door.Part;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header of a short message's user data (3GPP TS 23.040, 9.2.3.24): a list of elements, each with a tag, a length and
 * that many octets.
 *
 * @param length its octets, the first of which counts the others; the text follows
 * @param part the place of the message in a longer one
 * @param addressesPort whether it is for a program on the phone or here, not for a person to read
 */
public record UserDataHeader(int length, @Nullable Part part, boolean addressesPort) {

    private static final int CONCATENATION_8_BIT = 0x00;
    private static final int CONCATENATION_16_BIT = 0x08;
    private static final int PORT_8_BIT = 0x04;
    private static final int PORT_16_BIT = 0x05;
    private static final int TAG_AND_LENGTH = 2;

    /**
     * Reads the header at the beginning of user data. Of elements that stand there twice the last one counts (9.2.3.24).
     *
     * @return the header, or empty where a length reaches past the end or is not the element's
     */
    public static Optional<UserDataHeader> read(byte[] userData) {
        int end = userData.length == 0 ? 0 : 1 + octet(userData, 0);
        if (end == 0 || end > userData.length) {
            return Optional.empty();
        }
        @Nullable Part part = null;
        boolean addressesPort = false;
        for (int at = 1; at < end; ) {
            if (end - at < TAG_AND_LENGTH) {
                return Optional.empty();
            }
            int tag = octet(userData, at);
            int length = octet(userData, at + 1);
            at += TAG_AND_LENGTH;
            if (length > end - at || !fits(tag, length)) {
                return Optional.empty();
            }
            switch (tag) {
                case CONCATENATION_8_BIT, CONCATENATION_16_BIT -> part = part(userData, at, length);
                case PORT_8_BIT, PORT_16_BIT -> addressesPort = true;
                default -> {}
            }
            at += length;
        }
        return Optional.of(new UserDataHeader(end, part, addressesPort));
    }

    private static boolean fits(int tag, int length) {
        return switch (tag) {
            case CONCATENATION_8_BIT -> length == 3;
            case CONCATENATION_16_BIT, PORT_16_BIT -> length == 4;
            case PORT_8_BIT -> length == 2;
            default -> true;
        };
    }

    /** The last two octets are total and number; what cannot be is ignored (9.2.3.24.1), and so are more parts than we join. */
    private static @Nullable Part part(byte[] userData, int at, int length) {
        int total = octet(userData, at + length - 2);
        int number = octet(userData, at + length - 1);
        String reference = HexFormat.of().formatHex(userData, at, at + length - 2);
        return Part.isPossible(total, number) ? new Part(reference, total, number) : null;
    }

    private static int octet(byte[] octets, int at) {
        return Byte.toUnsignedInt(octets[at]);
    }
}
