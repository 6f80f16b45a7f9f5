/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

/** What browsers do whose connection has broken. */
public enum Comeback {
    /** They stay away. */
    NEVER,
    /** They connect again in the same moment, all of them: the worst that can happen. A refusal is followed by a pause. */
    AT_ONCE,
    /** They wait as long as the server has asked for, more or less, as our element does. */
    AS_TOLD;

    private static final long LONGEST_MILLIS = 15_000;
    private static final long AFTER_REFUSAL_MILLIS = 100;
    private static final double LEAST = 0.7;
    private static final double SPREAD = 0.6;

    /**
     * How long one waits.
     *
     * @param failures how often it has tried since it had a connection
     * @param retryMillis what the server has asked for
     * @param random from 0 to 1
     */
    long pauseMillis(int failures, long retryMillis, double random) {
        if (this == AT_ONCE && failures == 0) {
            return 0;
        }
        long first = this == AT_ONCE ? AFTER_REFUSAL_MILLIS : retryMillis << Math.min(failures, 10);
        return (long) (Math.min(LONGEST_MILLIS, first) * (LEAST + random * SPREAD));
    }
}
