/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.time.Duration;
import java.time.Instant;

/**
 * When a message may confirm a challenge, judged by the time at which our ingress received it.
 *
 * @param createdAt when the challenge was created
 * @param expiresAt the last instant at which a message counts
 */
public record Validity(Instant createdAt, Instant expiresAt) {

    /** How far the clocks of two of our machines may differ before an honest message counts as older than its challenge. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);
    /** The longest that a relying party may ask for (NIST SP 800-63B-4, 3.1.3.3: at most ten minutes). */
    public static final Duration LONGEST = Duration.ofMinutes(10);
    /** The shortest that leaves a person time to type. */
    public static final Duration SHORTEST = Duration.ofSeconds(30);

    /** Whether a message received at {@code instant} is neither older than the challenge nor too late for it. */
    public boolean covers(Instant instant) {
        return !instant.isBefore(createdAt.minus(CLOCK_TOLERANCE)) && !instant.isAfter(expiresAt);
    }
}
