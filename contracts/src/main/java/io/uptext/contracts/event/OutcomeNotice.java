/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.OutcomeId;
import io.uptext.contracts.vocabulary.OutcomeStatus;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a relying party is told of an outcome, by whichever way it listens: that there is one. It is a hint and no proof, and has
 * neither number nor message; who wants to sign somebody in on it redeems the challenge.
 *
 * @param id of the outcome, the same on each attempt and by each way
 * @param status how the challenge ended
 * @param challengeId the challenge
 * @param relyingParty who had asked
 * @param reason why it was denied; absent with any other outcome
 * @param occurredAt when it ended
 */
public record OutcomeNotice(
        OutcomeId id,
        OutcomeStatus status,
        ChallengeId challengeId,
        RelyingPartyId relyingParty,
        @Nullable DenialReason reason,
        Instant occurredAt) {

    /** What is told of an outcome. */
    public static OutcomeNotice of(Outcome outcome) {
        return switch (outcome) {
            case AuthConfirmed _ -> of(outcome, OutcomeStatus.CONFIRMED, null);
            case AuthDenied denied -> of(outcome, OutcomeStatus.DENIED, denied.reason());
            case AuthExpired _ -> of(outcome, OutcomeStatus.EXPIRED, null);
            case AuthCancelled _ -> of(outcome, OutcomeStatus.CANCELLED, null);
        };
    }

    private static OutcomeNotice of(Outcome outcome, OutcomeStatus status, @Nullable DenialReason reason) {
        return new OutcomeNotice(
                new OutcomeId(outcome.eventId()),
                status,
                outcome.challengeId(),
                outcome.relyingParty(),
                reason,
                outcome.occurredAt());
    }

    /** Its {@code type}, for example {@code io.uptext.outcome.confirmed.v1}. */
    public String type() {
        return status.type();
    }

    /** What is sent to a webhook and on the stream of events. */
    public NoticeBody body() {
        return new NoticeBody(type(), occurredAt, data());
    }

    /** What is written to the relying party's own topic, where type and time are in the headers. */
    public NoticeBody.Data data() {
        return new NoticeBody.Data(challengeId, status, reason);
    }
}
