/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.AuthDenied;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.platform.view.ChallengeStatus;
import io.uptext.platform.view.ViewedChallenge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a browser is told: enough to go on, and neither a number nor anything else that its page must not learn. */
sealed interface WatchEvent {

    /** The name of the event on the wire. */
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

        static State of(ViewedChallenge challenge, Instant now) {
            return new State(
                    challenge.status(),
                    reasonOf(challenge),
                    numberEndingOf(challenge),
                    challenge.created().expiresAt(),
                    now);
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

        static Ended of(ViewedChallenge challenge) {
            return new Ended(challenge.status(), reasonOf(challenge), numberEndingOf(challenge));
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

        static Attempt of(AuthAttemptRejected attempt) {
            return new Attempt(attempt.flaw());
        }

        @Override
        public String name() {
            return "attempt";
        }

        @Override
        public boolean endsStream() {
            return false;
        }
    }

    /** Nothing has happened, and the connection lives. */
    record Heartbeat() implements WatchEvent {

        @Override
        public String name() {
            return "heartbeat";
        }

        @Override
        public boolean endsStream() {
            return false;
        }
    }

    private static @Nullable String numberEndingOf(ViewedChallenge challenge) {
        return challenge.created().msisdn() == null && challenge.outcome() instanceof AuthConfirmed confirmed
                ? confirmed.numberEnding()
                : null;
    }

    private static @Nullable DenialReason reasonOf(ViewedChallenge challenge) {
        return challenge.outcome() instanceof AuthDenied denied ? denied.reason() : null;
    }
}
