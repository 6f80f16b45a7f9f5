/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.util.regex.Pattern;

/**
 * The Kafka key that brings a challenge and the messages that may confirm it to one partition, and names their slot in
 * the join.
 *
 * @param value 64 hexadecimal digits
 * @see Pepper#codeKey
 */
public record CodeKey(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public CodeKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code key: want 64 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
