/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Ids;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message with this challenge's code came from this number, by this route.
 *
 * @param challengeId the challenge
 * @param relyingParty who had asked
 * @param msisdn the number that is proven
 * @param messageId the one message that proves it
 * @param connector the door it came through
 * @param routeTrust how hard senders are to forge there
 * @param receivedAt when our door took the message
 * @param network the sender's operator and kind of line, where the provider says
 * @param decidedAt when the verifier brought the two together; the time since {@code receivedAt} is what the decision took
 */
public record AuthConfirmed(
        ChallengeId challengeId,
        RelyingPartyId relyingParty,
        Msisdn msisdn,
        MessageId messageId,
        ConnectorId connector,
        RouteTrust routeTrust,
        Instant receivedAt,
        @Nullable SenderNetwork network,
        @Nullable Instant decidedAt)
        implements Outcome {

    /** The last two digits of the number, which a page may show. */
    public String numberEnding() {
        return msisdn.ending();
    }

    @Override
    public String eventId() {
        return "out_" + Ids.derived("confirmed", challengeId.value(), messageId.value());
    }

    @Override
    public Instant occurredAt() {
        return receivedAt;
    }
}
