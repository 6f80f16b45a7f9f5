/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import io.uptext.inbound.door.Connector;
import java.util.Locale;
import java.util.Optional;

/** How a gateway signs: the option {@code signature}, in lower case with dashes. */
enum SignatureKind {
    /** Standard Webhooks 1.0.0, scheme {@code v1}. */
    STANDARD_WEBHOOKS,
    /** A message authentication code of the body in a header, as many gateways have made up for themselves. */
    HMAC;

    static final String OPTION = "signature";

    /** The kind that a connector's option says, {@link #STANDARD_WEBHOOKS} unless it is set; empty for nonsense. */
    static Optional<SignatureKind> of(Connector connector) {
        return Options.of(SignatureKind.class, connector.option(OPTION).orElse("standard-webhooks"));
    }

    /** As it is configured. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
