/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Msisdn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTests {

    @ParameterizedTest
    @CsvSource({
        "+447700900123, +447700900123",
        "+44 7700 900123, +447700900123",
        "447700900123, +447700900123",
        "' +44-7700-900123 ', +447700900123",
        "+44.7700.900123, +447700900123",
        "+44(0)7700 900123, +447700900123",
        "+1 (202) 555-0123, +12025550123",
        "+1 876 555 0123, +18765550123",
        "+39 06 698 12345, +390669812345",
        "+55 11 96123 4567, +5511961234567",
        "+225 01 23 45 67 89, +2250123456789",
        "+7 912 345 67 89, +79123456789",
        "+7 701 234 56 78, +77012345678",
        "+881 612 345 678, +881612345678",
    })
    void oneNumberHasOneSpelling(String spelled, String e164) {
        assertThat(PhoneNumbers.parse(spelled)).contains(Msisdn.ofE164(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "0",
                "+0",
                "00447700900123",
                "07700900123",
                "+07700900123",
                "+4477009001234567",
                "4477009001234567890123456",
                "+44 7700 900123 ext. 5",
                "+447700900123;ext=5",
                "tel:+447700900123",
                "++447700900123",
                "+46 00 467 06 35",
                "6400461833",
                "50500",
                "+50500",
                "anonymous",
                "unknown",
                "ACME",
                "AC\u041cE",
                "someone@example.com",
                "\u0664\u0664\u0667\u0667\u0660\u0660\u0669\u0660\u0660\u0661\u0662\u0663",
                "\uff0b447700900123",
                "+447700\u0000900123",
                "+447700\n900123",
                "+999 123 456 789",
            })
    void whatIsNoInternationalNumberIsNone(String spelled) {
        assertThat(PhoneNumbers.parse(spelled)).isEmpty();
    }

    @Test
    void aVeryLongSpellingIsNone() {
        assertThat(PhoneNumbers.parse("+" + "4".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+46701234567, SE, +46701234567",
        "46701234567, SE, +46701234567",
        "0046701234567, SE, +46701234567",
        "0701234567, SE, +46701234567",
        "0701234567, , ",
        "0046701234567, , +46701234567",
        "07700 900123, GB, +447700900123",
        "447700900123, GB, +447700900123",
        "2125550123, US, +12125550123",
        "12125550123, US, +12125550123",
        "(212) 555-0123, US, ",
        "04915112345678, SE, ",
        "4915112345678, SE, +4915112345678",
        "015112345678, DE, +4915112345678",
        // Mexico dropped the 1 after 52, and Argentina writes 15 or 9.
        "+5215512345678, , +525512345678",
        "+525512345678, , +525512345678",
        "+541115 2345-6789, , +5491123456789",
        "+5491123456789, , +5491123456789",
        "33612345678, FR, +33612345678",
    })
    void aSenderIsReadAsItsProviderSpellsIt(String spelled, @Nullable String region, @Nullable String e164) {
        assertThat(PhoneNumbers.parseSender(spelled, region))
                .isEqualTo(Optional.ofNullable(e164).map(Msisdn::ofE164));
    }

    @ParameterizedTest
    @CsvSource({"3212345678, US", "4915112345678, DE"})
    void aSpellingThatCouldBeTwoNumbersIsNone(String spelled, String region) {
        assertThat(PhoneNumbers.parseSender(spelled, region)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+19005550123", "+18005550123", "+448001111111", "+4690012345678", "+46900"})
    void aNumberThatNoSubscriberHasIsNoSender(String spelled) {
        assertThat(PhoneNumbers.parseSender(spelled, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "50500, , 50500",
        "+50500, , 50500",
        "' 50500', SE, 50500",
        "46701112233, , +46701112233",
        "0701112233, SE, +46701112233",
        "0701112233, , ",
        "nowhere, SE, ",
        "12, , ",
    })
    void aDestinationIsAShortCodeOrANumber(String spelled, @Nullable String region, @Nullable String address) {
        assertThat(PhoneNumbers.parseDestination(spelled, region))
                .isEqualTo(Optional.ofNullable(address).map(Destination::new));
    }

    @Test
    void aRegionIsACountryOfTheTables() {
        assertThat(PhoneNumbers.isRegion("SE")).isTrue();
        assertThat(PhoneNumbers.isRegion("se")).isFalse();
        assertThat(PhoneNumbers.isRegion("XX")).isFalse();
    }
}
