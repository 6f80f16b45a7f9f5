/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.Ids;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Instant;

/**
 * A challenge ended against the subscriber.
 *
 * @param challengeId the challenge
 * @param relyingParty who had asked
 * @param reason why
 * @param deniedAt when the reason arose
 */
public record AuthDenied(ChallengeId challengeId, RelyingPartyId relyingParty, DenialReason reason, Instant deniedAt)
        implements Outcome {

    @Override
    public String eventId() {
        return "out_" + Ids.derived("denied", challengeId.value(), reason.name());
    }

    @Override
    public Instant occurredAt() {
        return deniedAt;
    }
}
