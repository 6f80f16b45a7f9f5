/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * The address that the subscriber texts: a short code of 3 to 8 digits, or a long number in E.164 form.
 *
 * @param address {@code 50500} or {@code +46701234567}
 */
public record Destination(@JsonValue String address) {

    private static final int SHORTEST_CODE = 3;
    private static final int LONGEST_CODE = 8;
    private static final int SHORTEST_NUMBER = 9;
    private static final int LONGEST_NUMBER = 15;

    /** Takes the normal form only; {@link #parse} is for what a provider sends. */
    public Destination {
        Objects.requireNonNull(address);
        if (!Forms.isDigits(address, SHORTEST_CODE, LONGEST_CODE)
                && !Forms.isInternational(address, SHORTEST_NUMBER, LONGEST_NUMBER)) {
            throw new IllegalArgumentException(
                    "not a destination: want a short code of 3 to 8 digits or an E.164 number");
        }
    }

    /**
     * Reads a destination as carriers and aggregators spell it: some put a plus sign before a short code, others leave
     * it off a long number.
     *
     * @throws IllegalArgumentException if it is neither a short code nor an E.164 number
     */
    @JsonCreator
    public static Destination parse(String spelled) {
        String digits = spelled.startsWith("+") ? spelled.substring(1) : spelled;
        return new Destination(Forms.isDigits(digits, SHORTEST_CODE, LONGEST_CODE) ? digits : "+" + digits);
    }

    @Override
    public String toString() {
        return address;
    }
}
