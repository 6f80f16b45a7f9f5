/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.PkceChallenge;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RequestHash;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A relying party asks for the proof of a number.
 *
 * @param challengeId the challenge
 * @param relyingParty who asks
 * @param destination what the subscriber is to text
 * @param code what the text must contain
 * @param msisdn who must send it; absent in open mode, where any subscriber may
 * @param minimumRouteTrust the weakest route that may confirm
 * @param onWrongPhone what becomes of the challenge when another phone texts its code; absent means report
 * @param createdAt when it was created
 * @param expiresAt the last instant at which a message counts
 * @param waitTokenHash what the token of the waiting browser hashes to
 * @param codeChallenge whose verifier must be shown at the redemption (PKCE); absent where none is asked for
 * @param nonce the relying party's own word for the sign-in, which the proof repeats
 * @param requestHash what was asked, where the relying party has named its request so that it can come again
 * @param context what the page tells the person about the request
 * @param metadata the relying party's own words, given back to it and to nobody else
 * @param returnTo where the hosted page leads when it has ended; absent where there is no such page
 */
public record ChallengeCreated(
        ChallengeId challengeId,
        RelyingPartyId relyingParty,
        Destination destination,
        ChallengeCode code,
        @Nullable Msisdn msisdn,
        RouteTrust minimumRouteTrust,
        @Nullable WrongPhonePolicy onWrongPhone,
        Instant createdAt,
        Instant expiresAt,
        WaitTokenHash waitTokenHash,
        @Nullable PkceChallenge codeChallenge,
        @Nullable String nonce,
        @Nullable RequestHash requestHash,
        @Nullable ChallengeContext context,
        @Nullable Map<String, String> metadata,
        @Nullable ReturnTo returnTo)
        implements Event {

    public ChallengeCreated {
        metadata = metadata == null ? null : Map.copyOf(metadata);
    }

    /** When a message may confirm it. */
    public Validity validity() {
        return new Validity(createdAt, expiresAt);
    }

    @Override
    public String eventId() {
        return challengeId.value();
    }

    @Override
    public Instant occurredAt() {
        return createdAt;
    }
}
