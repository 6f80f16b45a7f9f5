/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.registry.Webhook;

/** A webhook and whose it is. */
public record Target(RelyingPartyId relyingParty, Webhook webhook) {

    /** The two names that it has in the registry, for people and for keys: {@code acme/outcomes}. */
    public String name() {
        return relyingParty.value() + "/" + webhook.id();
    }

    /** Without the URL, which may hold a token. */
    @Override
    public String toString() {
        return name();
    }
}
