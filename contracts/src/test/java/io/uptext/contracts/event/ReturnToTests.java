/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.example",
                "https://acme.example/",
                "https://acme.example?a=b",
                "https://acme.example:8443/return/%C3%A5?a=b&c=/?:@",
                "http://localhost:8080/return",
            })
    void an_absolute_url_is_taken(String url) {
        assertThat(new ReturnTo(url, null).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/return",
                "//acme.example/return",
                "acme.example",
                "https://",
                "https://ACME.example/",
                "https://user@acme.example/",
                "https://acme.example@evil.example/",
                "https://acme.example\\@evil.example/",
                "https://acme.example/#fragment",
                "https://acme.example/a b",
                "https://acme.example/%zz",
                "https://acme.example/%4",
                "https://acme.example/å",
                "https://acme.example/\"><script>",
                "https://acme.example/\r\nSet-Cookie: a=b",
                "https://acme.example/\t",
                "https://acme.example:99999999/",
                "javascript:alert(1)",
                "ftp://acme.example/",
            })
    void anything_that_could_be_read_in_two_ways_is_refused(String url) {
        assertThat(ReturnTo.isUrl(url)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReturnTo(url, null))
                .withMessage("not a URL to return to");
    }

    @Test
    void a_url_has_512_characters_at_most() {
        String longest = "https://acme.example/" + "a".repeat(491);
        assertThat(longest).hasSize(ReturnTo.LONGEST_URL);
        assertThat(ReturnTo.isUrl(longest)).isTrue();
        assertThat(ReturnTo.isUrl(longest + "a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "å", "a\n", "a\u0000", "\u202e"})
    void a_state_is_printable_ascii(String state) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReturnTo("https://acme.example", state))
                .withMessage("not a state to return with");
    }

    @Test
    void a_state_has_256_characters_at_most() {
        assertThat(ReturnTo.isState(" " + "~".repeat(255))).isTrue();
        assertThat(ReturnTo.isState("~".repeat(257))).isFalse();
    }

    @Test
    void it_prints_neither_state_nor_url() {
        assertThat(new ReturnTo("https://acme.example/secret", "secret").toString())
                .doesNotContain("secret");
    }
}
