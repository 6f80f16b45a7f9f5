/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.view.ChallengeStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its target has got it, one attempt of several perhaps.
 *
 * @param target whose target it was
 * @param path where on it
 * @param at when it came
 * @param id its {@code webhook-id}
 * @param isSigned whether its signature is by the target's secret, and its time of now
 * @param body as it came
 * @param challengeId what the body is about; absent where it does not say
 * @param status how it has ended, as the body says
 * @param isTaken whether the target has said that it has it
 */
public record Received(
        RelyingPartyId target,
        String path,
        Instant at,
        String id,
        boolean isSigned,
        String body,
        @Nullable ChallengeId challengeId,
        @Nullable ChallengeStatus status,
        boolean isTaken) {

    /** Where webhooks are to come. */
    public static final String PATH = "/uptext";

    /** For whoever reads a failure. */
    @Override
    public String toString() {
        return "%s of %s at %s's %s, %s".formatted(id, challengeId, target.value(), path, at);
    }
}
