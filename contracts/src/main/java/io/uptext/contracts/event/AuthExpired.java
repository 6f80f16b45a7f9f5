/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Ids;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Instant;

/**
 * No message confirmed a challenge in time.
 *
 * @param challengeId the challenge
 * @param relyingParty who had asked
 * @param expiredAt the last instant at which a message would have counted
 */
public record AuthExpired(ChallengeId challengeId, RelyingPartyId relyingParty, Instant expiredAt) implements Outcome {

    @Override
    public String eventId() {
        return "out_" + Ids.derived("expired", challengeId.value());
    }

    @Override
    public Instant occurredAt() {
        return expiredAt;
    }
}
