/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierKeywordTests {

    @ParameterizedTest
    @CsvSource({
        "STOP, STOP",
        "stop, STOP",
        "' Stop. ', STOP",
        "StopAll, STOP",
        "end, STOP",
        "cancel please, STOP",
        "UNSUBSCRIBE, STOP",
        "quit, STOP",
        "revoke, STOP",
        "opt out, STOP",
        "Opt-Out, STOP",
        "opt\uD803\uDEAD out, STOP", // a dash of two UTF-16 units (U+10EAD)
        "optout, STOP",
        "STOP 7KQ4M2XHC, STOP",
        "start, START",
        "unstop, START",
        "HELP, HELP",
        "info?, HELP",
        "help 7KQ4M2XHC, HELP",
    })
    void a_text_asks_for_what_its_first_word_says(String text, CarrierKeyword keyword) {
        assertThat(CarrierKeyword.opening(text)).contains(keyword);
        assertThat(ChallengeCode.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "7KQ4M2XHC", "please stop", "stopping", "opt in", "out opt", "\"STOP\"", "no", "yes"})
    void another_text_asks_for_nothing(String text) {
        assertThat(CarrierKeyword.opening(text)).isEqualTo(Optional.empty());
    }

    @Test
    void a_text_too_long_to_be_read_asks_for_nothing() {
        assertThat(CarrierKeyword.opening("STOP " + "x".repeat(CodeText.LONGEST_TEXT)))
                .isEmpty();
    }
}
