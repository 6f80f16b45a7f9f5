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
 */
public record LoadSettings(
        int most, int perSecond, Duration shortestValidity, Duration longestValidity, Pepper pepper) {

    /** Until it is stopped. */
    public static final int FOREVER = Integer.MAX_VALUE;

    private static final Duration LEAST = Duration.ofSeconds(2);

    public LoadSettings {
        if (most < 1 || perSecond < 1) {
            throw new IllegalArgumentException("a load has at least 1 sign-in, and begins at least 1 a second");
        }
        if (shortestValidity.compareTo(LEAST) < 0 || longestValidity.compareTo(shortestValidity) < 0) {
            throw new IllegalArgumentException("validities are at least 2 s");
        }
    }
}
