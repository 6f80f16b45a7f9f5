/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a slot knows: one record a state. */
public sealed interface JoinState {

    /** Nothing has come with this code. */
    record Vacant() implements JoinState {}

    /** A challenge waits for its message. */
    record AwaitingMessage(Question question) implements JoinState {}

    /**
     * Messages came before the challenge: the two travel on different topics, and an SMS may overtake. Once no challenge
     * can come any more that was created before them, they are misses.
     */
    record AwaitingChallenge(List<Evidence> messages) implements JoinState {

        /** How many early messages a slot remembers; more are somebody's game. */
        static final int MOST = 4;

        public AwaitingChallenge {
            messages = List.copyOf(messages);
        }
    }

    /** The challenge has ended; the outcome stays, so that a redelivery of its cause gets the identical answer. */
    record Decided(Outcome outcome) implements JoinState {}

    /** The first instant at which a passing of time may change the slot; empty where it never does. */
    default Optional<Instant> deadline() {
        return switch (this) {
            case Vacant _, Decided _ -> Optional.empty();
            case AwaitingMessage(var question) ->
                Optional.of(question.validity().expiresAt());
            case AwaitingChallenge(var messages) ->
                messages.stream().map(JoinRule::lastCreation).min(Instant::compareTo);
        };
    }

    /**
     * What of a challenge the join must remember.
     *
     * @param msisdn who must send the message; absent in open mode
     */
    record Question(
            ChallengeId challengeId,
            RelyingPartyId relyingParty,
            @Nullable Msisdn msisdn,
            RouteTrust minimumRouteTrust,
            WrongPhonePolicy onWrongPhone,
            Validity validity) {

        static Question of(ChallengeCreated created) {
            WrongPhonePolicy policy = created.onWrongPhone();
            return new Question(
                    created.challengeId(),
                    created.relyingParty(),
                    created.msisdn(),
                    created.minimumRouteTrust(),
                    policy == null ? WrongPhonePolicy.REPORT : policy,
                    created.validity());
        }
    }
}
