/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.Ids;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;
import java.time.Instant;

/**
 * Somebody wants an outcome delivered to a webhook again, or now. It says all that is needed, for what was scheduled may be
 * long past.
 *
 * @param deliveryId the delivery
 * @param webhook where to
 * @param notice what
 * @param requestedAt when it was asked for, from which on it is useful again
 */
public record WebhookReplayRequested(
        DeliveryId deliveryId, WebhookId webhook, OutcomeNotice notice, Instant requestedAt) implements DeliveryEvent {

    /** The delivery of an outcome to one webhook; the same each time that it is made of the same outcome. */
    public static WebhookReplayRequested of(OutcomeNotice notice, WebhookId webhook, Instant requestedAt) {
        return new WebhookReplayRequested(
                DeliveryId.of(notice.id(), notice.relyingParty(), webhook), webhook, notice, requestedAt);
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
        return "whr_" + Ids.derived("replay", deliveryId.value(), requestedAt.toString());
    }

    @Override
    public Instant occurredAt() {
        return requestedAt;
    }
}
