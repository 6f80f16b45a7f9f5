/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import com.google.i18n.phonenumbers.metadata.source.MetadataSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers that no subscriber has. Fixed lines are not among them: some can text, and the tables often lag behind.
 *
 * <p>libphonenumber says of what type a number is. It tries the pattern of one type after the other, ten for a mobile
 * number, so that it is asked only about what one pattern for each calling code does not rule out.
 */
final class NobodysNumbers {

    private static final Set<PhoneNumberType> TYPES = EnumSet.of(
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.UAN,
            PhoneNumberType.VOICEMAIL);

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final MetadataSource METADATA =
            DefaultMetadataDependenciesProvider.getInstance().getPhoneNumberMetadataSource();

    /** Those that have a pattern of such a type, by calling code. */
    private static final Map<Integer, Pattern> SUSPECTS = new ConcurrentHashMap<>();

    private NobodysNumbers() {}

    static boolean contains(PhoneNumber number) {
        return SUSPECTS.computeIfAbsent(number.getCountryCode(), NobodysNumbers::suspects)
                        .matcher(UTIL.getNationalSignificantNumber(number))
                        .matches()
                && TYPES.contains(UTIL.getNumberType(number));
    }

    private static Pattern suspects(int callingCode) {
        return Pattern.compile(UTIL.getRegionCodesForCountryCode(callingCode).stream()
                .map(region -> metadata(region, callingCode))
                .flatMap(NobodysNumbers::patterns)
                .distinct()
                .collect(Collectors.joining("|", "(?:", ")")));
    }

    private static PhoneMetadata metadata(String region, int callingCode) {
        return region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY)
                ? METADATA.getMetadataForNonGeographicalRegion(callingCode)
                : METADATA.getMetadataForRegion(region);
    }

    private static Stream<String> patterns(PhoneMetadata region) {
        return Stream.of(
                        region.getPremiumRate(),
                        region.getSharedCost(),
                        region.getTollFree(),
                        region.getUan(),
                        region.getVoicemail())
                .filter(PhoneNumberDesc::hasNationalNumberPattern)
                .map(PhoneNumberDesc::getNationalNumberPattern);
    }
}
