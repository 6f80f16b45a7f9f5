/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.ReturnTo;
import io.uptext.contracts.vocabulary.ChallengeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnLinkTests {

    private static final ChallengeId ID = new ChallengeId("chl_01h8xgq5m9k3v7w2z4n6t8r0ya");
    private static final String WHICH = "challenge=chl_01h8xgq5m9k3v7w2z4n6t8r0ya&status=confirmed";

    @ParameterizedTest
    @CsvSource({
        "https://acme.example, https://acme.example?",
        "https://acme.example/, https://acme.example/?",
        "https://acme.example/return, https://acme.example/return?",
        "https://acme.example/return?, https://acme.example/return?",
        "https://acme.example/return?a=b, https://acme.example/return?a=b&",
        "https://acme.example/return?a=b&, https://acme.example/return?a=b&",
    })
    void challenge_and_status_are_added_to_what_is_there(String url, String before) {
        assertThat(link(url, null)).isEqualTo(before + WHICH);
    }

    @ParameterizedTest
    @EnumSource
    void each_ending_has_its_word(Ending ending) {
        assertThat(ReturnLink.of(new ReturnTo("https://acme.example", null), ID, ending))
                .endsWith("&status=" + ending.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void the_state_comes_back_as_it_was_and_adds_nothing() {
        assertThat(link("https://acme.example", "a b&status=denied#'\"<+%25"))
                .isEqualTo("https://acme.example?" + WHICH + "&state=a%20b%26status%3Ddenied%23%27%22%3C%2B%2525");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.example?status=confirmed",
                "https://acme.example?a=b&state=c",
                "https://acme.example?a=b;challenge",
                "https://acme.example/return?%73tatus=confirmed",
            })
    void a_query_that_has_one_of_our_names_is_ambiguous(String url) {
        assertThat(ReturnLink.isAmbiguous(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.example",
                "https://acme.example/status=confirmed",
                "https://acme.example?",
                "https://acme.example?a=status&mystate=1&Status=2",
            })
    void any_other_is_not(String url) {
        assertThat(ReturnLink.isAmbiguous(url)).isFalse();
    }

    private static String link(String url, @Nullable String state) {
        return ReturnLink.of(new ReturnTo(url, state), ID, Ending.CONFIRMED);
    }
}
