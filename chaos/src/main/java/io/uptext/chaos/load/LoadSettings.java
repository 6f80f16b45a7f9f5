/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import io.uptext.contracts.vocabulary.Pepper;
import java.time.Duration;

/**
 * How much is played, and how fast.
 *
 * @param most how many sign-ins; {@link #FOREVER} until it is stopped
 * @param perSecond how many begin in a second
 * @param shortestValidity at least two seconds; the APIs ask for more, and the verifier takes what is written
 * @param slowestText how long after its challenge the right phone's text is sent at the latest, and in any case before the end
 */
public record LoadSettings(
        int most,
        int perSecond,
        Duration shortestValidity,
        Duration longestValidity,
        Duration slowestText,
        Pepper pepper) {

    /** Until it is stopped. */
    public static final int FOREVER = Integer.MAX_VALUE;

    private static final Duration LEAST = Duration.ofSeconds(2);
    private static final Duration QUICK = Duration.ofSeconds(3);

    /** Of people who text at once. */
    public LoadSettings(int most, int perSecond, Duration shortestValidity, Duration longestValidity, Pepper pepper) {
        this(most, perSecond, shortestValidity, longestValidity, QUICK, pepper);
    }

    public LoadSettings {
        if (most < 1 || perSecond < 1) {
            throw new IllegalArgumentException("a load has at least 1 sign-in, and begins at least 1 a second");
        }
        if (shortestValidity.compareTo(LEAST) < 0 || longestValidity.compareTo(shortestValidity) < 0) {
            throw new IllegalArgumentException("validities are at least 2 s");
        }
        if (slowestText.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("people may take at least 2 s");
        }
    }
}
