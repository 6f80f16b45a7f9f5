/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Ids;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Instant;

/**
 * A message had the right code and still did not confirm; the challenge goes on. It does not say who sent the message:
 * that number is not the relying party's business.
 *
 * @param challengeId the challenge
 * @param relyingParty who had asked
 * @param messageId the message
 * @param flaw what was wrong with it
 * @param receivedAt when our door took it
 */
public record AuthAttemptRejected(
        ChallengeId challengeId, RelyingPartyId relyingParty, MessageId messageId, AttemptFlaw flaw, Instant receivedAt)
        implements OutcomeEvent {

    @Override
    public String eventId() {
        return "att_" + Ids.derived("rejected", challengeId.value(), messageId.value());
    }

    @Override
    public Instant occurredAt() {
        return receivedAt;
    }
}
