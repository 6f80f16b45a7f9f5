/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * A subscriber number in E.164 form (ITU-T E.164: at most fifteen digits, the first not zero).
 *
 * <p>It prints masked, so that a forgotten log statement leaks no number; {@link #digits()} and {@link #e164()} say
 * explicitly that the number itself is wanted.
 */
public final class Msisdn {

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int SHOWN_AT_START = 3;
    private static final int SHOWN_AT_END = 3;
    private static final int ENDING = 2;

    private final String e164;

    private Msisdn(String e164) {
        this.e164 = e164;
    }

    /**
     * Takes a number in E.164 form.
     *
     * @param e164 plus sign, then 7 to 15 digits; other spellings are read at the edge with libphonenumber
     * @throws IllegalArgumentException if {@code e164} has another form; the message does not repeat it
     */
    @JsonCreator
    public static Msisdn ofE164(String e164) {
        if (!isE164(Objects.requireNonNull(e164))) {
            throw new IllegalArgumentException("not an E.164 number: want '+' and 7 to 15 digits");
        }
        return new Msisdn(e164);
    }

    static boolean isE164(String text) {
        return Forms.isInternational(text, FEWEST_DIGITS, MOST_DIGITS);
    }

    /** The number with its plus sign. */
    @JsonValue
    public String e164() {
        return e164;
    }

    /** The number without its plus sign. */
    public String digits() {
        return e164.substring(1);
    }

    /** Its last two digits: its owner knows it by them, and nobody else learns it. */
    public String ending() {
        return e164.substring(e164.length() - ENDING);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Msisdn that && e164.equals(that.e164);
    }

    @Override
    public int hashCode() {
        return e164.hashCode();
    }

    /** The masked form, for example {@code +467*****567}. */
    @Override
    public String toString() {
        int hidden = e164.length() - 1 - SHOWN_AT_START - SHOWN_AT_END;
        if (hidden < SHOWN_AT_START) {
            return "+" + "*".repeat(e164.length() - 1);
        }
        return e164.substring(0, 1 + SHOWN_AT_START)
                + "*".repeat(hidden)
                + e164.substring(e164.length() - SHOWN_AT_END);
    }
}
