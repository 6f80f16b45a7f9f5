/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DeliveryFlaw;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.DeliveryResult;
import io.uptext.contracts.vocabulary.Ids;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook was asked to take an outcome.
 *
 * @param deliveryId the delivery
 * @param challengeId the challenge that ended
 * @param relyingParty whose webhook it is
 * @param webhook which of its webhooks
 * @param attempt the number of this attempt, from 1 on; a replay begins anew
 * @param result what came of it
 * @param httpStatus what the webhook answered; absent where it answered nothing
 * @param flaw why it did not deliver; absent where it did
 * @param nextAttemptAt when the next attempt is due; only where there will be one
 * @param attemptedAt when the attempt began
 */
public record WebhookAttempted(
        DeliveryId deliveryId,
        ChallengeId challengeId,
        RelyingPartyId relyingParty,
        WebhookId webhook,
        Integer attempt,
        DeliveryResult result,
        @Nullable Integer httpStatus,
        @Nullable DeliveryFlaw flaw,
        @Nullable Instant nextAttemptAt,
        Instant attemptedAt)
        implements DeliveryEvent {

    @Override
    public String eventId() {
        return "wha_" + Ids.derived("attempted", deliveryId.value(), String.valueOf(attempt), attemptedAt.toString());
    }

    @Override
    public Instant occurredAt() {
        return attemptedAt;
    }
}
