/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.RedemptionId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Instant;

/**
 * The person at the browser says that the number which confirmed is not theirs. If this is the first {@link RedemptionEvent} of
 * the challenge, nobody gets a proof of it any more.
 *
 * @param challengeId the challenge
 * @param relyingParty who had asked
 * @param redemptionId this wish
 * @param disavowedAt when we heard of it
 */
public record ChallengeDisavowed(
        ChallengeId challengeId, RelyingPartyId relyingParty, RedemptionId redemptionId, Instant disavowedAt)
        implements RedemptionEvent {

    @Override
    public String eventId() {
        return redemptionId.value();
    }

    @Override
    public Instant occurredAt() {
        return disavowedAt;
    }
}
