/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.uptext.contracts.vocabulary.Msisdn;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers at the edge into one spelling, so that a bound number and the sender of a text compare equal.
 *
 * <p>Takes international numbers only, with or without the plus sign: a national spelling would need a country, and
 * guessing one would let a stranger's number pass. Takes what is possible rather than what is valid, since numbering
 * plans change faster than anybody's tables.
 */
public final class PhoneNumbers {

    private static final Pattern SPELLING = Pattern.compile("\\+?[0-9][0-9 ().\\-]{5,24}");
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * Reads a number.
     *
     * @return the number, or empty where it cannot be one: letters, too short, too long, no such country
     */
    public static Optional<Msisdn> parse(String spelled) {
        String trimmed = spelled.strip();
        if (!SPELLING.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = UTIL.parse(trimmed.startsWith("+") ? trimmed : "+" + trimmed, null);
            return UTIL.isPossibleNumber(number)
                    ? Optional.of(Msisdn.ofE164(UTIL.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
