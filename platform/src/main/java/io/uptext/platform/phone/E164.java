/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import com.google.i18n.phonenumbers.metadata.source.MetadataSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers that are spelled as in E.164 already, as most senders are. It reads them as libphonenumber does, whose
 * search for all other spellings took a quarter of the time that a door needs for a text (docs/adr/0016), and leaves to it
 * what it cannot be sure of.
 */
final class E164 {

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_CALLING_CODE = 3;

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final MetadataSource METADATA =
            DefaultMetadataDependenciesProvider.getInstance().getPhoneNumberMetadataSource();

    /** What libphonenumber takes from the front of national numbers, by calling code; absent where we cannot tell. */
    private static final Map<Integer, Optional<Pattern>> NATIONAL_PREFIXES = new ConcurrentHashMap<>();

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private E164() {}

    /** The number as {@link PhoneNumberUtil#parse} reads it, or empty where it has to be asked. */
    static Optional<PhoneNumber> read(String spelled) {
        if (!isSpelled(spelled)) {
            return Optional.empty();
        }
        int end = 1;
        int code = 0;
        while (end <= LONGEST_CALLING_CODE) {
            code = 10 * code + spelled.charAt(end++) - '0';
            if (UTIL.getSupportedCallingCodes().contains(code)) {
                String national = spelled.substring(end);
                return hasPrefix(national, code) ? Optional.empty() : Optional.of(number(code, national));
            }
        }
        return Optional.empty();
    }

    /** Whether it looks like it, so that there is nothing to leave out. */
    static boolean isSpelled(String spelled) {
        int digits = spelled.length() - 1;
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS || spelled.charAt(0) != '+' || spelled.charAt(1) == '0') {
            return false;
        }
        for (int i = 1; i <= digits; i++) {
            if (spelled.charAt(i) < '0' || spelled.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether something is taken from the front of the national number, or it is not certain that nothing is. */
    private static boolean hasPrefix(String national, int code) {
        return NATIONAL_PREFIXES
                .computeIfAbsent(code, E164::nationalPrefix)
                .map(prefix -> prefix.matcher(national).lookingAt())
                .orElse(true);
    }

    private static Optional<Pattern> nationalPrefix(int code) {
        String region = UTIL.getRegionCodeForCountryCode(code);
        if (region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY)) {
            return Optional.empty();
        }
        @Nullable String prefix = METADATA.getMetadataForRegion(region).getNationalPrefixForParsing();
        return Optional.of(prefix == null || prefix.isEmpty() ? NOTHING : Pattern.compile(prefix));
    }

    /** Zeros that belong to the national number, as in Italy, are counted; of zeros alone the last is the number. */
    private static PhoneNumber number(int code, String national) {
        PhoneNumber number = new PhoneNumber();
        number.setCountryCode(code);
        number.setNationalNumber(Long.parseLong(national));
        int zeros = 0;
        while (zeros < national.length() - 1 && national.charAt(zeros) == '0') {
            zeros++;
        }
        if (zeros > 0) {
            number.setItalianLeadingZero(true);
        }
        if (zeros > 1) {
            number.setNumberOfLeadingZeros(zeros);
        }
        return number;
    }
}
