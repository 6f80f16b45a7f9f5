/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.platform.view.ChallengeStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a long poll: where the challenge stands, and what has happened while it waited.
 *
 * @param flaw of a text that had the code and did not confirm
 */
record Polled(
        ChallengeStatus status,
        @Nullable DenialReason reason,
        @Nullable String numberEnding,
        @Nullable AttemptFlaw flaw,
        Instant expiresAt,
        Instant now) {

    static Polled of(WatchEvent.State state, @Nullable AttemptFlaw flaw) {
        return new Polled(state.status(), state.reason(), state.numberEnding(), flaw, state.expiresAt(), state.now());
    }
}
