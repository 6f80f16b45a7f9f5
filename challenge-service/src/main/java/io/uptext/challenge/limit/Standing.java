/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

/**
 * How much is left of a limit.
 *
 * @param quota how much it is
 * @param window in how many seconds; 0 where it is at a time
 * @param left how much of it
 * @param seconds until there is more
 */
public record Standing(Limit limit, long quota, long window, long left, long seconds) {

    private static final long SECOND = 1_000_000;

    /** Microseconds in seconds, rounded up: who comes back too early is refused again. */
    static long seconds(long micros) {
        return Math.max(0, Math.ceilDiv(micros, SECOND));
    }
}
