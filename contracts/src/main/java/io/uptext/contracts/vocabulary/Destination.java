/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The address that the subscriber texts: a short code of 3 to 8 digits, or a long number in E.164 form.
 *
 * @param address {@code 50500} or {@code +46701234567}
 */
public record Destination(@JsonValue String address) {

    private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,8}");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+[1-9][0-9]{8,14}");

    /** Takes the normal form only; {@link #parse} is for what a provider sends. */
    public Destination {
        Objects.requireNonNull(address);
        if (!SHORT_CODE.matcher(address).matches()
                && !LONG_NUMBER.matcher(address).matches()) {
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
        return new Destination(SHORT_CODE.matcher(digits).matches() ? digits : "+" + digits);
    }

    @Override
    public String toString() {
        return address;
    }
}
