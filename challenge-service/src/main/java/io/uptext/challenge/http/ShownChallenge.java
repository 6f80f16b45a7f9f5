/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.ChallengeContext;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.ChallengeDisavowed;
import io.uptext.contracts.event.ChallengeRedeemed;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.platform.view.ChallengeStatus;
import io.uptext.platform.view.ViewedChallenge;
import io.uptext.registry.RelyingParty;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code GET /v1/challenges/{id}}; the number is there once it is proven and not before, for those who may know
 * it.
 */
record ShownChallenge(
        ChallengeId id,
        ChallengeStatus status,
        @Nullable Msisdn msisdn,
        @Nullable RouteTrust routeTrust,
        @Nullable DenialReason reason,
        @Nullable Instant decidedAt,
        @Nullable Instant redeemedAt,
        @Nullable Instant disavowedAt,
        @Nullable Evidence evidence,
        Destination destination,
        Instant createdAt,
        Instant expiresAt,
        @Nullable ChallengeContext context,
        @Nullable Map<String, String> metadata) {

    static ShownChallenge of(RelyingParty party, ViewedChallenge challenge) {
        ChallengeCreated created = challenge.created();
        @Nullable Outcome outcome = challenge.outcome();
        return new ShownChallenge(
                created.challengeId(),
                challenge.status(),
                outcome instanceof AuthConfirmed confirmed ? Subjects.msisdn(party, confirmed) : null,
                outcome instanceof AuthConfirmed confirmed ? confirmed.routeTrust() : null,
                outcome instanceof AuthDenied denied ? denied.reason() : null,
                outcome == null ? null : outcome.occurredAt(),
                challenge.redemption() instanceof ChallengeRedeemed redeemed ? redeemed.redeemedAt() : null,
                challenge.redemption() instanceof ChallengeDisavowed disavowed ? disavowed.disavowedAt() : null,
                outcome instanceof AuthConfirmed confirmed ? Evidence.of(confirmed) : null,
                created.destination(),
                created.createdAt(),
                created.expiresAt(),
                created.context(),
                created.metadata());
    }

    /**
     * What a confirmation stands on: the one text, and the way it took.
     *
     * @param network what the provider says of the sender's network, a signal and no proof
     * @param decidedAt when the text had been read and compared, later than its receipt
     */
    record Evidence(
            MessageId messageId,
            ConnectorId connector,
            RouteTrust routeTrust,
            Instant receivedAt,
            @Nullable SenderNetwork network,
            @Nullable Instant decidedAt) {

        static Evidence of(AuthConfirmed confirmed) {
            return new Evidence(
                    confirmed.messageId(),
                    confirmed.connector(),
                    confirmed.routeTrust(),
                    confirmed.receivedAt(),
                    confirmed.network(),
                    confirmed.decidedAt());
        }
    }
}
