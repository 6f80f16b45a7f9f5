/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.limit;

import io.uptext.platform.http.ClientNetwork;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How fast they come, of each: so many at once after a pause, then one each so manieth part of a minute (the generic cell rate
 * algorithm). All that is kept of a client is when it would be idle if nothing more came.
 *
 * <p>Its memory is bounded. Who came least lately is forgotten first: whoever can come from more networks than that is not held
 * up by a limit of each.
 */
final class Arrivals {

    /** Some 10 MB. */
    static final int MOST_KNOWN = 100_000;

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final long interval;
    private final long horizon;
    private final LongSupplier nanos;
    private final Map<ClientNetwork, Long> idleAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientNetwork, Long> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    /**
     * Begins with nothing.
     *
     * @param perMinute how many of one
     * @param nanos a clock that never runs backwards
     */
    Arrivals(int perMinute, LongSupplier nanos) {
        this.interval = PERIOD.toNanos() / perMinute;
        this.horizon = interval * perMinute;
        this.nanos = nanos;
    }

    /** Counts one. What is refused does not count; otherwise whoever goes on trying would never be let in. */
    synchronized Duration count(ClientNetwork client) {
        long now = nanos.getAsLong();
        long backlog = Math.max(0, idleAt.getOrDefault(client, now) - now);
        long pause = backlog + interval - horizon;
        if (pause > 0) {
            return Duration.ofNanos(pause);
        }
        idleAt.put(client, now + backlog + interval);
        return Duration.ZERO;
    }

    synchronized int known() {
        return idleAt.size();
    }
}
