/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.Locale;

/** How a text travels that is longer than one SMS. */
public enum Concatenation {
    /** Each part has a user data header with information element 0x00 (3GPP TS 23.040, 9.2.3.24.1). */
    UDH_8_BIT(6),
    /** The same with a reference of 16 bits, 0x08 (9.2.3.24.8). */
    UDH_16_BIT(7),
    /** Each part has TLVs that say which it is (SMPP 3.4, 5.3.2.22 to 24). */
    SAR_TLVS(6),
    /** All in one PDU, in a TLV (5.3.2.32), even if it would fit otherwise. */
    MESSAGE_PAYLOAD(0);

    private final int header;

    Concatenation(int header) {
        this.header = header;
    }

    /** How many octets of a part the header takes, at the phone if not here. */
    int header() {
        return header;
    }

    /** As it is written on a command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
