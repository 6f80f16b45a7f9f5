/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import io.uptext.contracts.vocabulary.Validity;
import java.time.Duration;

/**
 * How long challenges of a relying party may live.
 *
 * @param shortest at least {@link Validity#SHORTEST}
 * @param usual where a request does not say
 * @param longest at most {@link Validity#LONGEST}
 */
public record ValidityPolicy(Duration shortest, Duration usual, Duration longest) {

    /** What applies where the registry says nothing: all that is possible, and three minutes where a request is silent. */
    public static final ValidityPolicy DEFAULT =
            new ValidityPolicy(Validity.SHORTEST, Duration.ofMinutes(3), Validity.LONGEST);

    public ValidityPolicy {
        if (shortest.compareTo(Validity.SHORTEST) < 0
                || usual.compareTo(shortest) < 0
                || longest.compareTo(usual) < 0
                || Validity.LONGEST.compareTo(longest) < 0) {
            throw new IllegalArgumentException(
                    "shortest, usual and longest are from PT30S to PT10M, and none is shorter than the one before");
        }
    }

    /** Whether a challenge may live so long. */
    public boolean allows(Duration validity) {
        return validity.compareTo(shortest) >= 0 && validity.compareTo(longest) <= 0;
    }
}
