/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Msisdn;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers at the edge into one spelling, so that a bound number and the sender of a text compare equal.
 *
 * <p>Takes what is possible rather than what is valid, since numbering plans change faster than anybody's tables, and
 * never guesses a country: a stranger's number would pass.
 */
public final class PhoneNumbers {

    private static final Pattern SPELLING = Pattern.compile("\\+?[0-9][0-9 ().\\-]{5,24}");
    private static final Pattern SHORT_CODE = Pattern.compile("\\+?[0-9]{3,8}");
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    /** Mexico dropped the 1 before mobile numbers in 2019 (IFT); some networks still send it. */
    private static final String OLD_MEXICAN = "+521";

    private static final int OLD_MEXICAN_LENGTH = OLD_MEXICAN.length() + 10;

    private static final Pattern NO_DIGITS = Pattern.compile("[ ().\\-]");

    private PhoneNumbers() {}

    /**
     * Reads an international number, with or without its plus sign.
     *
     * @return the number, or empty where it cannot be one: letters, too short, too long, no such country
     */
    public static Optional<Msisdn> parse(String spelled) {
        String trimmed = spelled.strip();
        return isSpelled(trimmed)
                ? international(trimmed.startsWith("+") ? trimmed : "+" + trimmed)
                        .flatMap(number -> toMsisdn(number, trimmed))
                : Optional.empty();
    }

    /**
     * Reads the sender of a text as a provider spells it: international with plus sign, 00 or neither, or national.
     *
     * @param region the country (ISO 3166-1) whose national numbers the provider sends; null if it sends none
     * @return the number, or empty where no subscriber can have it, or where it could be two
     */
    public static Optional<Msisdn> parseSender(String spelled, @Nullable String region) {
        String trimmed = spelled.strip();
        return only(trimmed, region)
                .filter(number -> !NobodysNumbers.contains(number))
                .flatMap(number -> toMsisdn(number, trimmed));
    }

    /**
     * Reads the sender of a text that is known to be a national number.
     *
     * @param region its country (ISO 3166-1)
     * @return the number, or empty where no subscriber can have it
     */
    public static Optional<Msisdn> parseNational(String spelled, String region) {
        String trimmed = spelled.strip();
        return trimmed.startsWith("+") || !isSpelled(trimmed)
                ? Optional.empty()
                : read(trimmed, region)
                        // Behind the prefix of calls abroad it would be another country's.
                        .filter(number -> number.getCountryCode() == UTIL.getCountryCodeForRegion(region))
                        .filter(number -> !NobodysNumbers.contains(number))
                        .flatMap(number -> toMsisdn(number, trimmed));
    }

    /**
     * Reads what was texted as a provider spells it: a short code, or a number as {@link #parseSender} takes it.
     *
     * @return the destination, or empty where it is none
     */
    public static Optional<Destination> parseDestination(String spelled, @Nullable String region) {
        String trimmed = spelled.strip();
        return SHORT_CODE.matcher(trimmed).matches()
                ? Optional.of(Destination.parse(trimmed))
                : only(trimmed, region)
                        .flatMap(number -> toMsisdn(number, trimmed))
                        .flatMap(PhoneNumbers::toDestination);
    }

    /** Whether there is such a country, as {@link #parseSender} takes it. */
    public static boolean isRegion(String region) {
        return UTIL.getSupportedRegions().contains(region);
    }

    /** The one number that a spelling can be. */
    private static Optional<PhoneNumber> only(String trimmed, @Nullable String region) {
        if (!isSpelled(trimmed)) {
            return Optional.empty();
        }
        if (trimmed.startsWith("+")) {
            return international(trimmed);
        }
        if (trimmed.startsWith("00")) {
            return international("+" + trimmed.substring(2));
        }
        Set<PhoneNumber> readings = new LinkedHashSet<>();
        international("+" + trimmed).ifPresent(readings::add);
        if (region != null) {
            read(trimmed, region).ifPresent(readings::add);
        }
        if (readings.size() > 1) {
            readings.removeIf(number -> !UTIL.isValidNumber(number));
        }
        return readings.size() == 1 ? Optional.of(readings.iterator().next()) : Optional.empty();
    }

    private static boolean isSpelled(String trimmed) {
        return E164.isSpelled(trimmed) || SPELLING.matcher(trimmed).matches();
    }

    private static Optional<PhoneNumber> international(String spelled) {
        String digits =
                E164.isSpelled(spelled) ? spelled : NO_DIGITS.matcher(spelled).replaceAll("");
        boolean isOldMexican = digits.startsWith(OLD_MEXICAN) && digits.length() == OLD_MEXICAN_LENGTH;
        return read(isOldMexican ? "+52" + digits.substring(OLD_MEXICAN.length()) : spelled, null);
    }

    private static Optional<PhoneNumber> read(String spelled, @Nullable String region) {
        try {
            Optional<PhoneNumber> plain = E164.read(spelled);
            PhoneNumber number = plain.isPresent() ? plain.get() : UTIL.parse(spelled, region);
            return UTIL.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(number)
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /**
     * The E.164 form, unless that would itself be read as another number: a trunk zero within it, for example.
     *
     * @param spelled what was read as this number; most often it is the E.164 form already
     */
    private static Optional<Msisdn> toMsisdn(PhoneNumber number, String spelled) {
        String e164 = UTIL.format(number, PhoneNumberFormat.E164);
        if (!e164.equals(spelled) && !isReadAsItself(e164)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Msisdn.ofE164(e164));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isReadAsItself(String e164) {
        return international(e164)
                .map(again -> UTIL.format(again, PhoneNumberFormat.E164))
                .filter(e164::equals)
                .isPresent();
    }

    private static Optional<Destination> toDestination(Msisdn number) {
        try {
            return Optional.of(new Destination(number.e164()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
