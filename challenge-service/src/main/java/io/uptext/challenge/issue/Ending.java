/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import java.util.Locale;

/** How a challenge has ended, as the hosted page tells the relying party in the address that it leads back to. */
public enum Ending {
    CONFIRMED,
    DENIED,
    EXPIRED,
    CANCELLED,
    /** A text has confirmed it, and the person says that the number is not theirs. */
    DISAVOWED;

    /** Its name in the address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
