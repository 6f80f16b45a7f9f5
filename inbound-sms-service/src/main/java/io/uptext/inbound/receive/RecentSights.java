/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * First sights in this process alone, as many as fit: what tells a message that comes again while the memory that all
 * processes share is away.
 */
public final class RecentSights {

    private final Map<String, Instant> firsts;

    /** Keeps this many; the one that was looked for longest ago goes first. */
    public RecentSights(int most) {
        firsts = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                return size() > most;
            }
        };
    }

    /** When it came first, as far as is known here. */
    public synchronized Instant of(String content, Instant now, Duration window) {
        @Nullable Instant first = firsts.get(content);
        if (first != null && Duration.between(first, now).compareTo(window) < 0) {
            return first;
        }
        firsts.put(content, now);
        return now;
    }

    /** Another process knows better. */
    public synchronized void correct(String content, Instant first) {
        firsts.put(content, first);
    }
}
