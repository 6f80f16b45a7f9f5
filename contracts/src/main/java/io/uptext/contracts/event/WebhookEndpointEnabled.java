/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.Ids;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;
import java.time.Instant;

/**
 * Somebody wants a webhook asked again.
 *
 * @param relyingParty whose webhook it is
 * @param webhook which of its webhooks
 * @param enabledAt since when
 */
public record WebhookEndpointEnabled(RelyingPartyId relyingParty, WebhookId webhook, Instant enabledAt)
        implements EndpointEvent {

    @Override
    public String eventId() {
        return "whe_" + Ids.derived("enabled", key(), enabledAt.toString());
    }

    @Override
    public Instant occurredAt() {
        return enabledAt;
    }
}
