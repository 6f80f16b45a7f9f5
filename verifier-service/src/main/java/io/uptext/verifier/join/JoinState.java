/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.Validity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a slot knows: one record a state. */
public sealed interface JoinState {

    /** Nothing has come with this code. */
    record Vacant() implements JoinState {}

    /** A challenge waits for its message. */
    record AwaitingMessage(Question question) implements JoinState {}

    /** Messages came before the challenge: the two travel on different topics, and an SMS may overtake. */
    record AwaitingChallenge(List<InboundSmsReceived> messages) implements JoinState {

        /** How many early messages a slot remembers; more are somebody's game. */
        static final int MOST = 4;

        public AwaitingChallenge {
            messages = List.copyOf(messages);
        }
    }

    /** The challenge has ended; the outcome stays, so that a redelivery of its cause gets the identical answer. */
    record Decided(Outcome outcome) implements JoinState {}

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
            Validity validity) {

        static Question of(ChallengeCreated created) {
            return new Question(
                    created.challengeId(),
                    created.relyingParty(),
                    created.msisdn(),
                    created.minimumRouteTrust(),
                    created.validity());
        }
    }
}
