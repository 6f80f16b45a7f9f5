/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.miss;

import java.time.Duration;

/**
 * How many misses are too many.
 *
 * @param ofSender after how many a phone is locked
 * @param ofDestination after how many a destination is guarded
 * @param within how close together they are
 * @param lock how long a phone is locked, from the miss that was one too many
 */
public record MissLimits(int ofSender, int ofDestination, Duration within, Duration lock) {

    public MissLimits {
        if (ofSender < 1 || ofDestination < 1) {
            throw new IllegalArgumentException("limits of misses must be 1 or more");
        }
        if (within.isNegative() || within.isZero() || lock.isNegative() || lock.isZero()) {
            throw new IllegalArgumentException("durations of limits must be longer than 0");
        }
    }

    /** How old a miss may be and still matter. */
    public Duration memory() {
        return within.plus(lock);
    }
}
