/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

/**
 * The place of a message in a longer one that the provider leaves to us to join.
 *
 * @param reference what the parts have in common, for this sender and destination
 * @param total how many there are, 2 to {@value #MOST}
 * @param number which one this is, from 1
 */
public record Part(String reference, int total, int number) {

    /** More parts than that are no sign-in. */
    public static final int MOST = 10;

    /** Whether such a part can be. */
    public static boolean isPossible(int total, int number) {
        return total > 1 && total <= MOST && number >= 1 && number <= total;
    }
}
