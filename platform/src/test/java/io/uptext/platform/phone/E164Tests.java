/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it reads, libphonenumber reads in the same way. */
class E164Tests {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final int RANDOM_NUMBERS_PER_CALLING_CODE = 500;

    private final long seed = Long.getLong("uptext.seed", new Random().nextLong());

    @Test
    void everyExampleOfTheTablesIsReadAsTheLibraryReadsIt() {
        int read = 0;
        int all = 0;
        for (String region : UTIL.getSupportedRegions()) {
            for (PhoneNumberType type : UTIL.getSupportedTypesForRegion(region)) {
                PhoneNumber example = UTIL.getExampleNumberForType(region, type);
                if (example != null) {
                    read += isReadAsTheLibraryReadsIt(UTIL.format(example, PhoneNumberFormat.E164)) ? 1 : 0;
                    all++;
                }
            }
        }
        assertThat(all).isGreaterThan(1000);
        // Otherwise it would not be worth its lines.
        assertThat(read).isGreaterThan(all * 3 / 4);
    }

    @Test
    void randomNumbersOfAllCallingCodesAreReadAsTheLibraryReadsThem() {
        Random random = new Random(seed);
        for (int code : UTIL.getSupportedCallingCodes()) {
            for (int i = 0; i < RANDOM_NUMBERS_PER_CALLING_CODE; i++) {
                isReadAsTheLibraryReadsIt("+" + code + digits(random));
            }
        }
    }

    /** Zeros at the front more often than by chance, since they are where prefixes are. */
    private static String digits(Random random) {
        StringBuilder digits = new StringBuilder("0".repeat(Math.max(0, random.nextInt(6) - 3)));
        int length = 3 + random.nextInt(11);
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+1",
                "12025550123",
                "+02025550123",
                "+1202555012a",
                "+1202 5550123",
                "+\u0661\u0662\u0660\u0662\u0665\u0665\u0665\u0660\u0661",
                "+1234567890123456",
                "+9991234567",
                "+12345",
                "+80012345678",
                "++12025550123",
            })
    void otherSpellingsAreForTheLibrary(String spelled) {
        assertThat(E164.read(spelled)).isEmpty();
    }

    @Test
    void aNationalPrefixIsForTheLibraryToTakeAway() {
        for (String spelled : List.of("+4607012345678", "+112025550123", "+78001234567")) {
            isReadAsTheLibraryReadsIt(spelled);
        }
        assertThat(E164.read("+4607012345678")).isEmpty();
        assertThat(E164.read("+112025550123")).isEmpty();
    }

    /** Whether it is read at all. */
    private boolean isReadAsTheLibraryReadsIt(String spelled) {
        Optional<PhoneNumber> read = E164.read(spelled);
        read.ifPresent(number -> assertThat(number)
                .as("%s, to see it again: -Duptext.seed=%d", spelled, seed)
                .isEqualTo(parsed(spelled)));
        return read.isPresent();
    }

    private PhoneNumber parsed(String spelled) {
        try {
            return UTIL.parse(spelled, null);
        } catch (NumberParseException e) {
            throw new AssertionError("the library does not read %s, seed %d".formatted(spelled, seed), e);
        }
    }
}
