/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.vocabulary.AttemptFlaw;
import java.util.concurrent.CompletableFuture;

/** A browser that is here before this instance has read of its challenge, or that has none. */
final class Early implements Watcher {

    private final CompletableFuture<Void> arrived = new CompletableFuture<>();

    /** Done when the challenge has come into view, or nobody waits for that any more. */
    CompletableFuture<Void> arrived() {
        return arrived;
    }

    @Override
    public void changed(long recordedAt) {
        arrived.complete(null);
    }

    @Override
    public void attempt(AttemptFlaw flaw) {
        // Told once its challenge is in view only, which comes first.
    }
}
