/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

/**
 * How a text's sender and destination stood when it was received, judged by the misses before it.
 *
 * @param senderLocked the phone has guessed too often, and no text of it counts for a while
 * @param destinationGuarded so many codes are being guessed at this destination that no challenge which any phone may
 *     answer is confirmed there for a while
 */
public record Standing(boolean senderLocked, boolean destinationGuarded) {

    /** Nothing is held against it. */
    public static final Standing GOOD = new Standing(false, false);
}
