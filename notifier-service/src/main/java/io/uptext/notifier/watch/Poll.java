/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.notifier.recent.RecentChallenge;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One browser that waits by a long poll, until the next thing happens. */
final class Poll implements Watcher {

    private final RecentChallenge challenge;
    private final CompletableFuture<Optional<AttemptFlaw>> answer = new CompletableFuture<>();

    Poll(RecentChallenge challenge) {
        this.challenge = challenge;
    }

    /** Done when there is something to say: the flaw of a text, or how the challenge stands. */
    CompletableFuture<Optional<AttemptFlaw>> answer() {
        return answer;
    }

    /** Says how the challenge stands, whether anything has happened or not. */
    void end() {
        answer.complete(Optional.empty());
    }

    @Override
    public void changed(long recordedAt) {
        if (challenge.ending() != null) {
            end();
        }
    }

    @Override
    public void attempt(AttemptFlaw flaw) {
        answer.complete(Optional.of(flaw));
    }
}
