/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.random.RandomGenerator;

/**
 * One wish of a relying party to redeem a challenge; the same wish, sent again, has the same id.
 *
 * @param value {@code red_} and 26 characters of lower-case Crockford base32
 */
public record RedemptionId(@JsonValue String value) {

    private static final String PREFIX = "red_";

    @JsonCreator
    public RedemptionId {
        if (!value.startsWith(PREFIX) || !Ids.isBody(value, PREFIX.length())) {
            throw new IllegalArgumentException("not a redemption id");
        }
    }

    /** Draws a new id with 130 random bits. */
    public static RedemptionId random(RandomGenerator random) {
        return new RedemptionId(PREFIX + Ids.random(random));
    }

    /**
     * The id of a wish that its relying party has named.
     *
     * @param idempotencyKey its name
     */
    public static RedemptionId of(ChallengeId challenge, String idempotencyKey) {
        return new RedemptionId(PREFIX + Ids.derived("redemption", challenge.value(), idempotencyKey));
    }

    @Override
    public String toString() {
        return value;
    }
}
