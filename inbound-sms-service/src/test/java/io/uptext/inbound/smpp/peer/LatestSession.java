/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The session of the bind that came last, for whoever waits for one. */
final class LatestSession<S> {

    private @Nullable S latest;
    private int count;

    synchronized void opened(S session) {
        latest = session;
        count++;
        notifyAll();
    }

    /** What is not the latest any more may end unnoticed. */
    synchronized void ended(S session) {
        if (session.equals(latest)) {
            latest = null;
        }
    }

    synchronized S now() {
        if (latest == null) {
            throw new IllegalStateException("no ESME is bound");
        }
        return latest;
    }

    /** Waits until there were so many, and the last of them is open. */
    synchronized void await(int binds, Duration patience) {
        long limit = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); isMissing(binds) && left > 0; left = limit - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (isMissing(binds)) {
            throw new IllegalStateException("no ESME is bound, or not often enough");
        }
    }

    private synchronized boolean isMissing(int binds) {
        return latest == null || count < binds;
    }
}
