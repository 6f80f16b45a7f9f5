/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * So many in a time (the generic cell rate algorithm of ITU-T I.371). All that is kept of a rate is when it would be idle if
 * nothing more came; how far that lies ahead of now is its <em>backlog</em>. Each creation adds one interval, and the backlog
 * never exceeds the period: so many at once at most, then one an interval.
 *
 * <p>One number can be merged with what another place knows: the greater is true. A count could not.
 *
 * @param limit which one
 * @param key where it is kept
 * @param count how many
 * @param period in what time
 */
public record Rate(Limit limit, String key, int count, Duration period) {

    /** Between two, in microseconds. */
    public long interval() {
        return micros(period) / count;
    }

    /** The greatest backlog. */
    long horizon() {
        return interval() * count;
    }

    /** How long nothing more may come, in microseconds; nothing or less where it may. */
    long pause(long backlog) {
        return backlog + interval() - horizon();
    }

    Standing standing(long backlog) {
        long left = Math.max(0, (horizon() - backlog) / interval());
        return new Standing(
                limit, count, period.toSeconds(), left, Standing.seconds(left > 0 ? backlog : pause(backlog)));
    }

    static long micros(Duration duration) {
        return TimeUnit.MICROSECONDS.convert(duration);
    }
}
