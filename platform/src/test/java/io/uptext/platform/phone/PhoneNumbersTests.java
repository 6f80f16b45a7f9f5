/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.Msisdn;
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
}
