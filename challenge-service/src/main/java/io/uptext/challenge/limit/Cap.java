/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

/**
 * So many at a time. A place is taken by a creation and freed by its challenge's outcome, or when its validity is over.
 *
 * @param limit which one
 * @param key where the places are
 * @param most how many there are
 */
public record Cap(Limit limit, String key, int most) {

    Standing standing(long taken, long firstEnd) {
        return new Standing(limit, most, 0, Math.max(0, most - taken), Standing.seconds(firstEnd));
    }
}
