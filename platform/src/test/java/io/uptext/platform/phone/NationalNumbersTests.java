/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.Msisdn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that a carrier says are national. */
class NationalNumbersTests {

    @ParameterizedTest
    @CsvSource({
        "0701234567, SE, +46701234567",
        "701234567, SE, +46701234567",
        "' 070-123 45 67 ', SE, +46701234567",
        "07700900123, GB, +447700900123",
        "2125550123, US, +12125550123",
        // Each could be a number of another country, if it were not known to be national.
        "3212345678, US, +13212345678",
        "3912345678, IT, +393912345678",
        "8123456789, IN, +918123456789",
        // International with or without a prefix, letters, nothing, and too little or too much.
        "+46701234567, SE, ",
        "+4746701234, SE, ",
        "ACME, SE, ",
        "'', SE, ",
        "' ', SE, ",
        "12, SE, ",
        "70123456789012345, SE, ",
        "0701234567;ext=5, SE, ",
        // Nobody's.
        "9005550123, US, ",
        "8005550123, US, ",
    })
    void aNationalNumberIsOneOfItsCountry(String spelled, String region, @Nullable String e164) {
        assertThat(PhoneNumbers.parseNational(spelled, region))
                .isEqualTo(Optional.ofNullable(e164).map(Msisdn::ofE164));
    }

    /** What begins with the prefix of calls abroad is not national, whatever a carrier says. */
    @ParameterizedTest
    @CsvSource({"004746701234, SE", "00447700900123, SE", "0114670123456, US", "01144770090 0123, US"})
    void itIsNeverOneOfAnotherCountry(String spelled, String region) {
        assertThat(PhoneNumbers.parseNational(spelled, region)).isEmpty();
    }

    @Test
    void aVeryLongSpellingIsNone() {
        assertThat(PhoneNumbers.parseNational("7".repeat(1_000_000), "SE")).isEmpty();
    }
}
