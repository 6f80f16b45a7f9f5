/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * One challenge, from its creation to its outcome.
 *
 * @param value {@code chl_} and 26 characters of lower-case Crockford base32
 */
public record ChallengeId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("chl_[0-9a-hjkmnp-tv-z]{26}");

    @JsonCreator
    public ChallengeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a challenge id");
        }
    }

    /** Draws a new id with 130 random bits. */
    public static ChallengeId random(RandomGenerator random) {
        return new ChallengeId("chl_" + Ids.random(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
