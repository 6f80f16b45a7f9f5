/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Ids;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Instant;

/**
 * The relying party gave a challenge up before a message confirmed it.
 *
 * @param challengeId the challenge
 * @param relyingParty who had asked
 * @param cancelledAt when it was given up
 */
public record AuthCancelled(ChallengeId challengeId, RelyingPartyId relyingParty, Instant cancelledAt)
        implements Outcome {

    @Override
    public String eventId() {
        return "out_" + Ids.derived("cancelled", challengeId.value());
    }

    @Override
    public Instant occurredAt() {
        return cancelledAt;
    }
}
