/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Instant;

/**
 * A relying party no longer wants the proof.
 *
 * @param challengeId the challenge
 * @param relyingParty who had asked
 * @param cancelledAt when it was given up
 */
public record ChallengeCancelled(ChallengeId challengeId, RelyingPartyId relyingParty, Instant cancelledAt)
        implements Event {

    @Override
    public String eventId() {
        return challengeId.value() + ".cancelled";
    }

    @Override
    public Instant occurredAt() {
        return cancelledAt;
    }
}
