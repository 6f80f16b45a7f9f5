/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

/**
 * How hard it is to forge a sender on the way that a message took, weakest first. It comes from a connector's
 * configuration, never from a payload.
 */
public enum RouteTrust {
    /** Unsigned, foreign, or a modem: anybody may claim any sender. */
    T0,
    /** A domestic long code: anyone with a route that permits numeric senders can forge one. */
    T1,
    /** A short code through an aggregator that signs its webhooks. */
    T2,
    /** A short code on a bind directly at the operator's SMSC. */
    T3;

    /** Whether a message on this route satisfies a policy that asks for {@code minimum}. */
    public boolean satisfies(RouteTrust minimum) {
        return compareTo(minimum) >= 0;
    }
}
