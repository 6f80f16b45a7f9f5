/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.random.RandomGenerator;

/**
 * One challenge, from its creation to its outcome.
 *
 * @param value {@code chl_} and 26 characters of lower-case Crockford base32
 */
public record ChallengeId(@JsonValue String value) {

    private static final String PREFIX = "chl_";

    @JsonCreator
    public ChallengeId {
        if (!value.startsWith(PREFIX) || !Ids.isBody(value, PREFIX.length())) {
            throw new IllegalArgumentException("not a challenge id");
        }
    }

    /** Draws a new id with 130 random bits. */
    public static ChallengeId random(RandomGenerator random) {
        return new ChallengeId(PREFIX + Ids.random(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
