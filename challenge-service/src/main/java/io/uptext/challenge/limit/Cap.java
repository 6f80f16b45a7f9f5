/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import io.uptext.registry.Limits;

/**
 * So many at a time. A place is taken by a creation and freed by its challenge's outcome, or when its validity is over.
 *
 * @param limit which one
 * @param key where the places are
 * @param most how many there are
 */
public record Cap(Limit limit, String key, int most) {

    /** Whether the caller is told what is left of it. What others have open at a destination is not the caller's to know. */
    public boolean isTold() {
        return limit != Limit.DESTINATION && most != Limits.NO_CAP;
    }

    Standing standing(long taken, long firstEnd) {
        return new Standing(limit, most, 0, Math.max(0, most - taken), Standing.seconds(firstEnd));
    }
}
