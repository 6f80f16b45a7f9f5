/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.miss;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest misses of one phone, and until when it is locked. New challenges change nothing of it (NIST SP 800-63B-4,
 * 3.2.2: a new secret does not reset the count).
 */
final class SenderMisses {

    private final List<Instant> latest = new ArrayList<>();
    private @Nullable Instant lockedFrom;
    private Instant last = Instant.MIN;

    void add(Instant receivedAt, MissLimits limits) {
        if (isLocked(receivedAt, limits)) {
            return;
        }
        latest.add(receivedAt);
        latest.sort(Instant::compareTo);
        Instant oldest = latest.getLast().minus(limits.within());
        latest.removeIf(each -> each.isBefore(oldest));
        last = latest.getLast();
        if (latest.size() >= limits.ofSender()) {
            lockedFrom = latest.getLast();
            latest.clear();
        }
    }

    /** Whether a text received at {@code instant} is not listened to. */
    boolean isLocked(Instant instant, MissLimits limits) {
        return lockedFrom != null && instant.isAfter(lockedFrom) && !instant.isAfter(lockedFrom.plus(limits.lock()));
    }

    /** The latest miss. */
    Instant last() {
        return last;
    }
}
