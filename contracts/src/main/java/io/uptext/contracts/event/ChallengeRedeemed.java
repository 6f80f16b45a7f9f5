/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.RedemptionId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Instant;

/**
 * A relying party wants to sign in on a confirmed challenge. If this is the first {@link RedemptionEvent} of the challenge,
 * there is a proof; later ones with another id were refused, and somebody should look why there are any.
 *
 * @param challengeId the challenge
 * @param relyingParty who had asked
 * @param redemptionId this wish
 * @param redeemedAt when we heard of it
 */
public record ChallengeRedeemed(
        ChallengeId challengeId, RelyingPartyId relyingParty, RedemptionId redemptionId, Instant redeemedAt)
        implements RedemptionEvent {

    @Override
    public String eventId() {
        return redemptionId.value();
    }

    @Override
    public Instant occurredAt() {
        return redeemedAt;
    }
}
