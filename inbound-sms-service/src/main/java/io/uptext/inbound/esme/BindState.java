/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import java.util.Locale;

/** What a bind is doing. */
public enum BindState {
    /** It is being made. */
    BINDING,
    /** It stands, and messages come. */
    BOUND,
    /** It is lost, and is tried again soon. */
    WAITING,
    /** The carrier does not take our system id or password. It is tried again, seldom. */
    REFUSED,
    /** It is over. */
    CLOSED;

    /** As it is reported. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
