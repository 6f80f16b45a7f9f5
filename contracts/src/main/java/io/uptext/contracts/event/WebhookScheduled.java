/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.Ids;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;
import java.time.Instant;

/**
 * An outcome is to be delivered to a webhook.
 *
 * @param deliveryId the delivery
 * @param webhook where to
 * @param notice what
 * @param scheduledAt when the outcome was written, from which on it is useful for a while; the same when this is written again
 */
public record WebhookScheduled(DeliveryId deliveryId, WebhookId webhook, OutcomeNotice notice, Instant scheduledAt)
        implements DeliveryEvent {

    /** The delivery of an outcome to one webhook; the same each time that it is made of the same outcome. */
    public static WebhookScheduled of(OutcomeNotice notice, WebhookId webhook, Instant scheduledAt) {
        return new WebhookScheduled(
                DeliveryId.of(notice.id(), notice.relyingParty(), webhook), webhook, notice, scheduledAt);
    }

    @Override
    public ChallengeId challengeId() {
        return notice.challengeId();
    }

    @Override
    public RelyingPartyId relyingParty() {
        return notice.relyingParty();
    }

    @Override
    public String eventId() {
        return "whs_" + Ids.derived("scheduled", deliveryId.value());
    }

    @Override
    public Instant occurredAt() {
        return scheduledAt;
    }
}
