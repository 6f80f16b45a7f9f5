/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.Ids;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.TargetHash;
import io.uptext.contracts.vocabulary.WebhookId;
import java.time.Instant;

/**
 * A webhook is asked no more, for it said that it is gone (410). With another URL it is another one.
 *
 * @param relyingParty whose webhook it is
 * @param webhook which of its webhooks
 * @param target which URL it had
 * @param disabledAt since when
 */
public record WebhookEndpointDisabled(
        RelyingPartyId relyingParty, WebhookId webhook, TargetHash target, Instant disabledAt)
        implements EndpointEvent {

    @Override
    public String eventId() {
        return "whd_" + Ids.derived("disabled", key(), disabledAt.toString());
    }

    @Override
    public Instant occurredAt() {
        return disabledAt;
    }
}
