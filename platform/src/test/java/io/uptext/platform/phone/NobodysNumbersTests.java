/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A number is nobody's if libphonenumber says so. */
class NobodysNumbersTests {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> TYPES = EnumSet.of(
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.UAN,
            PhoneNumberType.VOICEMAIL);
    private static final int NEIGHBOURS = 20;

    private final long seed = Long.getLong("uptext.seed", new Random().nextLong());

    /** The same number with other digits at its end is often of another type, or of none. */
    @Test
    void everyExampleOfTheTablesAndItsNeighboursAreTakenAsTheLibrarySays() {
        Random random = new Random(seed);
        int nobodys = 0;
        int all = 0;
        for (PhoneNumber example : examples()) {
            for (int i = 0; i < NEIGHBOURS; i++) {
                PhoneNumber number = new PhoneNumber().mergeFrom(example);
                long unit = (long) Math.pow(10, random.nextInt(12));
                number.setNationalNumber(i == 0 ? example.getNationalNumber() : neighbour(example, unit, random));
                boolean isNobodys = NobodysNumbers.contains(number);
                assertThat(isNobodys)
                        .as("%s, to see it again: -Duptext.seed=%d", number, seed)
                        .isEqualTo(TYPES.contains(UTIL.getNumberType(number)));
                nobodys += isNobodys ? 1 : 0;
                all++;
            }
        }
        assertThat(nobodys).isBetween(all / 20, all / 2);
    }

    private static long neighbour(PhoneNumber example, long unit, Random random) {
        return example.getNationalNumber() / unit * unit + (long) (random.nextDouble() * unit);
    }

    private static List<PhoneNumber> examples() {
        Stream<PhoneNumber> ofRegions = UTIL.getSupportedRegions().stream()
                .flatMap(region -> UTIL.getSupportedTypesForRegion(region).stream()
                        .map(type -> UTIL.getExampleNumberForType(region, type)));
        Stream<PhoneNumber> ofNoRegion =
                UTIL.getSupportedGlobalNetworkCallingCodes().stream().map(UTIL::getExampleNumberForNonGeoEntity);
        return Stream.of(ofRegions, ofNoRegion)
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void aCallingCodeThatNobodyHasIsNoReasonToFail() {
        PhoneNumber number = new PhoneNumber().setCountryCode(999).setNationalNumber(123456789);

        assertThat(NobodysNumbers.contains(number)).isFalse();
    }
}
