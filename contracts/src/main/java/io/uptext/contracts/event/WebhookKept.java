/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.Ids;
import io.uptext.contracts.vocabulary.KeptReason;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;
import java.time.Instant;

/**
 * No further attempt is made to deliver an outcome, until somebody asks for it.
 *
 * @param deliveryId the delivery
 * @param challengeId the challenge that ended
 * @param relyingParty whose webhook it is
 * @param webhook which of its webhooks
 * @param reason why
 * @param keptAt since when
 */
public record WebhookKept(
        DeliveryId deliveryId,
        ChallengeId challengeId,
        RelyingPartyId relyingParty,
        WebhookId webhook,
        KeptReason reason,
        Instant keptAt)
        implements DeliveryEvent {

    @Override
    public String eventId() {
        return "whk_" + Ids.derived("kept", deliveryId.value(), keptAt.toString());
    }

    @Override
    public Instant occurredAt() {
        return keptAt;
    }
}
