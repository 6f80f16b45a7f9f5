/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

/** Packs septets into octets (3GPP TS 23.038, 6.1.2.1), the lowest bits first. */
final class Septets {

    private Septets() {}

    /**
     * Eight septets in seven octets. What is left of the last octet is zero, so that 8n - 1 septets look like one more
     * commercial at: SMPP tells no number of septets.
     *
     * @param septets one in each octet
     * @param header how many octets stand before them; they begin at the next multiple of seven bits
     */
    static byte[] pack(byte[] septets, int header) {
        int fill = (7 - header * 8 % 7) % 7;
        byte[] packed = new byte[(fill + septets.length * 7 + 7) / 8];
        for (int i = 0; i < septets.length; i++) {
            int bit = fill + i * 7;
            int shifted = septets[i] << bit % 8;
            packed[bit / 8] |= (byte) shifted;
            if (bit % 8 > 1) {
                packed[bit / 8 + 1] |= (byte) (shifted >> 8);
            }
        }
        return packed;
    }
}
