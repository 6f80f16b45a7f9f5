/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.EndpointEvent;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;

/** A webhook and whose it is. */
public record Endpoint(RelyingPartyId relyingParty, WebhookId webhook) {

    /** To which something is delivered. */
    public static Endpoint of(DeliveryEvent event) {
        return new Endpoint(event.relyingParty(), event.webhook());
    }

    /** Of which something is said. */
    public static Endpoint of(EndpointEvent event) {
        return new Endpoint(event.relyingParty(), event.webhook());
    }

    @Override
    public String toString() {
        return relyingParty + "/" + webhook;
    }
}
