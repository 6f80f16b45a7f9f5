/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.recent;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.platform.view.ChallengeStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a challenge has ended. There are few different ones, whatever there are of challenges.
 *
 * @param numberEnding the last digits of the number that has confirmed
 */
public record Ending(
        ChallengeStatus status,
        @Nullable DenialReason reason,
        @Nullable String numberEnding) {

    static Ending of(Outcome outcome) {
        return new Ending(
                ChallengeStatus.of(outcome),
                outcome instanceof AuthDenied denied ? denied.reason() : null,
                outcome instanceof AuthConfirmed confirmed ? confirmed.numberEnding() : null);
    }

    /** For a challenge that names its number, of which a page is told nothing. */
    Ending withoutNumber() {
        return numberEnding == null ? this : new Ending(status, reason, null);
    }
}
