/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The Kafka key that brings a challenge and the messages that may confirm it to one partition, and names their slot in
 * the join.
 *
 * @param value 64 hexadecimal digits
 * @see Pepper#codeKey
 */
public record CodeKey(@JsonValue String value) {

    private static final int LENGTH = 64;

    @JsonCreator
    public CodeKey {
        if (!Forms.isHexadecimal(value, LENGTH)) {
            throw new IllegalArgumentException("not a code key: want 64 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
