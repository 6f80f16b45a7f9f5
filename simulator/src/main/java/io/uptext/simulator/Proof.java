/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator;

import java.util.Locale;

/** How a provider shows that it is the provider. */
public enum Proof {
    /** By its own signature. */
    SIGNATURE,
    /** By HTTP Basic; the secret is {@code user:password}. */
    BASIC,
    /** By a header; the option {@code header} names it. */
    HEADER,
    /** By a parameter of the URL; the option {@code parameter} names it. */
    QUERY,
    /** Not at all. */
    NONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
