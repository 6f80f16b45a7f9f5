/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One outcome of a challenge: the same on each attempt to tell of it, and by each way of telling.
 *
 * @param value {@code out_} and 26 characters of lower-case Crockford base32
 */
public record OutcomeId(@JsonValue String value) {

    private static final String PREFIX = "out_";

    @JsonCreator
    public OutcomeId {
        if (!value.startsWith(PREFIX) || !Ids.isBody(value, PREFIX.length())) {
            throw new IllegalArgumentException("not an outcome id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
