/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

    @ParameterizedTest
    @CsvSource({
        "+46701234567, +467*****567",
        "+447700900123, +447******123",
        "+123456789012345, +123*********345",
        "+123456789, +123***789",
        "+12345678, +********",
        "+1234567, +*******"
    })
    void a_number_prints_masked_and_a_short_one_shows_nothing(String e164, String masked) {
        assertThat(Msisdn.ofE164(e164)).hasToString(masked);
    }

    @Test
    void a_number_is_told_to_whoever_asks_for_it() {
        Msisdn msisdn = Msisdn.ofE164("+46701234567");
        assertThat(msisdn.e164()).isEqualTo("+46701234567");
        assertThat(msisdn.digits()).isEqualTo("46701234567");
        assertThat(msisdn).isEqualTo(Msisdn.ofE164("+46701234567")).isNotEqualTo(Msisdn.ofE164("+46701234568"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "0",
                "46701234567",
                "0046701234567",
                "0701234567",
                "+0701234567",
                "+44 7700 900123",
                "+44(0)7700900123",
                "tel:+447700900123",
                "+447700900123;ext=1",
                "+123456",
                "+1234567890123456",
                "+46701234567\n",
                "+\u0664\u0666701234567",
                "anonymous",
                "ACME",
                "50500"
            })
    void other_spellings_are_no_number_and_are_not_repeated(String spelled) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Msisdn.ofE164(spelled))
                .withMessage("not an E.164 number: want '+' and 7 to 15 digits");
    }

    @ParameterizedTest
    @CsvSource({
        "50500, 50500",
        "+50500, 50500",
        "112, 112",
        "12345678, 12345678",
        "+12345678, 12345678",
        "+46701234567, +46701234567",
        "46701234567, +46701234567",
        "123456789, +123456789"
    })
    void a_destination_is_known_in_every_spelling_of_a_carrier(String spelled, String address) {
        assertThat(Destination.parse(spelled))
                .isEqualTo(new Destination(address))
                .hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "12",
                "++46701234567",
                "0701234567",
                "+46 70 123 45 67",
                "1234567890123456",
                "505OO",
                "\u0665\u0660\u0665\u0660\u0660",
                "50500\n",
                "ACME"
            })
    void anything_else_is_no_destination(String spelled) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Destination.parse(spelled))
                .withMessage("not a destination: want a short code of 3 to 8 digits or an E.164 number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+50500", "46701234567"})
    void the_constructor_of_a_destination_takes_the_normal_form_only(String spelled) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Destination(spelled));
    }
}
