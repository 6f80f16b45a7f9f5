/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.view;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.RedemptionEvent;
import io.uptext.contracts.vocabulary.CodeKey;
import org.jspecify.annotations.Nullable;

/**
 * A challenge as the log tells it.
 *
 * @param created what was asked
 * @param key what it is keyed by, which whoever cancels it needs
 * @param outcome the decision, once there is one
 * @param redemption what was done with the confirmation, once something was
 */
public record ViewedChallenge(
        ChallengeCreated created,
        CodeKey key,
        @Nullable Outcome outcome,
        @Nullable RedemptionEvent redemption) {

    /** Where it stands. */
    public ChallengeStatus status() {
        return ChallengeStatus.of(outcome);
    }
}
