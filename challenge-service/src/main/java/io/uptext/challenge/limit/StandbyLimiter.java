/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The limiter that all instances share, and this instance's own where that one does not decide. It fails closed: no outage
 * lets anybody create more than the limits say, but for what other instances have created in the last moment.
 */
public final class StandbyLimiter implements Limiter {

    private final Limiter shared;
    private final MemoryLimiter own;

    /** Asks {@code shared} first, and tells {@code own} of what it has admitted. */
    public StandbyLimiter(Limiter shared, MemoryLimiter own) {
        this.shared = shared;
        this.own = own;
    }

    @Override
    public CompletableFuture<Verdict> admit(Admission wanted) {
        return shared.admit(wanted)
                .thenApply(verdict -> {
                    // One that was counted before with another code comes from the log.
                    if (verdict instanceof Verdict.Admitted(int draw, var _) && draw == wanted.draw()) {
                        own.note(wanted, Duration.ZERO);
                    }
                    return verdict;
                })
                .exceptionallyCompose(_ -> own.admit(wanted));
    }

    @Override
    public void release(Places places) {
        own.release(places);
        shared.release(places);
    }
}
