/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.OutcomeStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a relying party is sent, in the form that Standard Webhooks advises.
 *
 * @param type of {@link OutcomeStatus#type()}
 * @param timestamp when the challenge ended
 * @param data of which challenge and how
 */
public record NoticeBody(String type, Instant timestamp, Data data) {

    /**
     * Which challenge ended, and how.
     *
     * @param challengeId the challenge
     * @param status how it ended
     * @param reason why it was denied; absent with any other outcome
     */
    public record Data(
            ChallengeId challengeId,
            OutcomeStatus status,
            @Nullable DenialReason reason) {}
}
