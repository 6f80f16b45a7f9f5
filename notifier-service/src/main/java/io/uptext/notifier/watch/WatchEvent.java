/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.notifier.recent.Ending;
import io.uptext.notifier.recent.RecentChallenge;
import io.uptext.platform.view.ChallengeStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a browser is told: enough to go on, and neither a number nor anything else that its page must not learn. */
sealed interface WatchEvent {

    /** The name of the event on the wire: one of three, and never a word of anybody else's. */
    String name();

    /** Whether nothing can follow. */
    boolean endsStream();

    /**
     * Where the challenge stands; always the first event of a connection.
     *
     * @param numberEnding as in {@link Ended}
     * @param now our clock, so that a page can count down by it
     */
    record State(
            ChallengeStatus status,
            @Nullable DenialReason reason,
            @Nullable String numberEnding,
            Instant expiresAt,
            Instant now)
            implements WatchEvent {

        static State of(RecentChallenge challenge, Instant now) {
            @Nullable Ending ending = challenge.ending();
            return ending == null
                    ? new State(ChallengeStatus.PENDING, null, null, challenge.expiresAt(), now)
                    : new State(ending.status(), ending.reason(), ending.numberEnding(), challenge.expiresAt(), now);
        }

        @Override
        public String name() {
            return "state";
        }

        @Override
        public boolean endsStream() {
            return status != ChallengeStatus.PENDING;
        }
    }

    /**
     * The challenge has ended.
     *
     * @param numberEnding the last digits of the number that has confirmed, where any could: whoever waits says whether it is
     *     theirs, for otherwise a stranger's text would sign them in as that stranger
     */
    record Ended(
            ChallengeStatus status,
            @Nullable DenialReason reason,
            @Nullable String numberEnding) implements WatchEvent {

        static Ended of(Ending ending) {
            return new Ended(ending.status(), ending.reason(), ending.numberEnding());
        }

        @Override
        public String name() {
            return "outcome";
        }

        @Override
        public boolean endsStream() {
            return true;
        }
    }

    /** A text had the code and did not confirm. */
    record Attempt(AttemptFlaw flaw) implements WatchEvent {

        @Override
        public String name() {
            return "attempt";
        }

        @Override
        public boolean endsStream() {
            return false;
        }
    }
}
