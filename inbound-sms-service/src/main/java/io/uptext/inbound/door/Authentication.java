/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a connector knows that a request comes from its provider. Operators write it in lower case. */
public enum Authentication {
    /** By the provider's own signature. */
    SIGNATURE,
    /** By HTTP Basic (RFC 7617); the secrets are {@code user:password}. */
    BASIC,
    /** By a header that holds a secret. */
    HEADER,
    /** By a parameter of the query that holds a secret, for providers that can be told nothing but a URL. */
    QUERY,
    /** By the certificate that the client shows in TLS. */
    MTLS,
    /** Not at all: the network in front of us keeps strangers out, and the route is {@code T0}. */
    NONE;

    /** Every way that needs nothing of the provider's own. */
    public static final Set<Authentication> SHARED = Set.copyOf(EnumSet.complementOf(EnumSet.of(SIGNATURE)));

    /** Whether it compares secrets. */
    public boolean hasSecrets() {
        return this != MTLS && this != NONE;
    }

    /** As it is configured. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
