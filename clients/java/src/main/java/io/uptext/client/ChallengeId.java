/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.util.regex.Pattern;

/**
 * The name of a challenge; no secret, and it opens nothing.
 *
 * @param value {@code chl_} and lower-case letters and digits, so that it can stand in a path
 */
public record ChallengeId(String value) {

    private static final Pattern FORM = Pattern.compile("chl_[0-9a-z]{1,64}");

    /** Refuses everything else, for it could lead to another address of the API. */
    public ChallengeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a challenge id: it is chl_ and lower-case letters and digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
