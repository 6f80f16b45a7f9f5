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
        if (value.length() != LENGTH || !isHexadecimal(value)) {
            throw new IllegalArgumentException("not a code key: want 64 hexadecimal digits");
        }
    }

    private static boolean isHexadecimal(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
