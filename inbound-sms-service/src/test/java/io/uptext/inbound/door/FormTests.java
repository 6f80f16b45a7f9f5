/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTests {

    private static Form form(String body) {
        return Form.parse(body.getBytes(ISO_8859_1)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a=1&b=2 a 1",
                "b=2&a=1&c=3 b 2",
                "ab=2&a=1&abc=3 ab 2",
                "a=1&a=1 a 1",
                "%61=%31 a 1",
                "z=&a=1 z ''",
                "z a ",
                "a=1&a=2 a ",
                "a=&a=2 a ",
                "a=1&c=3 b ",
                "a=1 b ",
                "b=1 a ",
            })
    void aParameterIsWhatStandsThereOnce(String body, String name, String value) {
        assertThat(form(body).only(name).orElse(null)).isEqualTo(value);
    }

    @Test
    void aParameterIsThereHoweverOften() {
        Form form = form("b=1&b=2&ab=3");

        assertThat(form.has("b")).isTrue();
        assertThat(form.has("ab")).isTrue();
        assertThat(form.has("a")).isFalse();
        assertThat(form.has("c")).isFalse();
    }

    @Test
    void namesAreInOrderAndNoneIsTwice() {
        assertThat(form("b=1&c=2&a=3&b=4&=5").names()).containsExactly("", "a", "b", "c");
    }

    @Test
    void whatIsSignedIsSortedByNamesAndThenByValuesWithoutRepetitions() {
        Form form = form("b=2&a=9&b=1&b=2");

        assertThat(form.joined()).asString(ISO_8859_1).isEqualTo("a9b1b2");
        assertThat(form.joinedAsQuery()).asString(ISO_8859_1).isEqualTo("a=9&b=1&b=2");
    }

    @ParameterizedTest
    @CsvSource({"a=%", "a=%4", "a=%g1", "a=%1g", "%"})
    void aBrokenEscapeIsNoForm(String body) {
        assertThat(Form.parse(body.getBytes(ISO_8859_1))).isEmpty();
    }
}
