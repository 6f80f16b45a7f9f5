/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.platform.view.ChallengeStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One challenge as whoever asked knows it.
 *
 * @param challengeId the challenge
 * @param fate what was done to it, in a word
 * @param msisdn the number to be proven
 * @param createdAt when it was created
 * @param ends how it may end; more than one way only where a write of the load itself stayed without an answer
 * @param answers the messages that may confirm it
 * @param answerableAt when Kafka had it and a message that confirms it; absent where none does
 */
public record Asked(
        ChallengeId challengeId,
        String fate,
        Msisdn msisdn,
        Instant createdAt,
        Set<ChallengeStatus> ends,
        Set<MessageId> answers,
        @Nullable Instant answerableAt) {

    public Asked {
        ends = Set.copyOf(ends);
        answers = Set.copyOf(answers);
    }

    /** For whoever reads a failure. */
    @Override
    public String toString() {
        return challengeId + " (" + fate + ")";
    }
}
