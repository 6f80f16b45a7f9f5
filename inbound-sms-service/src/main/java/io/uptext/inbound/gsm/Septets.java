/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.gsm;

/** Packed characters of seven bits, the low bits first (3GPP TS 23.038, 6.1.2.1). */
final class Septets {

    private static final int BITS = 7;
    private static final int MASK = 0x7f;
    private static final byte ZERO = 0x00;
    private static final byte CARRIAGE_RETURN = 0x0d;

    private Septets() {}

    /**
     * Gives each character an octet of its own. Characters are counted from the beginning of the user data, header
     * included, so text begins with the first character that is past the header; the fill bits between the two (3GPP TS
     * 23.040, 9.2.3.24) may be anything, as may fewer than seven bits at the end.
     *
     * <p>Where all bits are used (the octets, with the header, are a multiple of 7), the last seven may be a character or
     * none: how many there are is not told. They are left out if they are zero, as SMS leaves what it does not use, or a
     * carriage return, with which USSD fills it (3GPP TS 23.038, 6.1.2.3.1). An {@code @} or a carriage return that ends a
     * text just there is lost by that.
     *
     * @param start the octets of the header, at most all
     */
    static byte[] unpack(byte[] userData, int start) {
        int first = Math.ceilDiv(start * Byte.SIZE, BITS);
        int end = userData.length * Byte.SIZE / BITS;
        if (end > first && userData.length % BITS == 0 && isPadding(septet(userData, end - 1))) {
            end--;
        }
        byte[] septets = new byte[Math.max(0, end - first)];
        for (int i = 0; i < septets.length; i++) {
            septets[i] = septet(userData, first + i);
        }
        return septets;
    }

    private static boolean isPadding(byte septet) {
        return septet == ZERO || septet == CARRIAGE_RETURN;
    }

    private static byte septet(byte[] octets, int index) {
        int bit = index * BITS;
        int at = bit / Byte.SIZE;
        int low = Byte.toUnsignedInt(octets[at]);
        int high = at + 1 < octets.length ? Byte.toUnsignedInt(octets[at + 1]) : 0;
        return (byte) (((low | (high << Byte.SIZE)) >> (bit % Byte.SIZE)) & MASK);
    }
}
