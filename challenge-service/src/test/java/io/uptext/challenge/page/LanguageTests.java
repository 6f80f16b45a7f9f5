/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|de",
                "de-AT|de",
                "DE-de, en;q=0.5|de",
                "sv, pt-BR;q=0.8, en;q=0.9|en",
                "sv, pt-BR;q=0.8, en;q=0.7|pt",
                "ar-EG|ar",
                "hi-IN,hi;q=0.9,en;q=0.8|hi",
                "es-419|es",
                "fr-CA,fr|fr",
                "zh-Hant-TW|en",
                "*|en",
                "de;q=0, fr;q=0.1|fr",
                "''|en",
                "nonsense header <script>|en",
                "de;q=nonsense|en",
                ",,,;;;|en",
            })
    void the_one_that_a_browser_likes_best_is_spoken(String header, String tag) {
        assertThat(Language.preferred(header).tag()).isEqualTo(tag);
    }

    @Test
    void a_header_of_thousands_of_languages_costs_nothing() {
        String header = "de" + ",a-b".repeat(2_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(Language.preferred(header).tag()).isEqualTo("en"));
    }

    static java.util.List<String> tags() {
        return Language.TAGS;
    }

    @ParameterizedTest
    @MethodSource("tags")
    void every_page_can_be_shown_in_every_language(String tag) {
        Shown page = Scene.waiting().show("Accept-Language", tag);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<html lang=\"" + tag + "\" dir=\"" + (tag.equals("ar") ? "rtl" : "ltr") + "\">")
                .contains("<uptext-challenge sms-link=\"auto\" lang=\"" + tag + "\"")
                .contains(Html.text(Language.of(tag).say("never")).markup())
                .doesNotContain("{name}", "{time}", "{origin}", "{seconds}");
    }

    @Test
    void a_sentence_takes_values_as_they_are() {
        Language english = Language.of("en");
        assertThat(english.say("page.title", Map.of("name", "$1 \\ {name}")))
                .isEqualTo("$1 \\ {name}: waiting for your text");
        assertThat(english.sayHtml("asks", Map.of("name", Html.isolated("<b>&{name}"))))
                .hasToString("<bdi>&lt;b&gt;&amp;{name}</bdi> asks");
    }

    @Test
    void a_value_that_was_forgotten_is_an_error() {
        assertThatIllegalArgumentException().isThrownBy(() -> Language.of("en").sayHtml("asks", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Language.of("en").say("no such key"));
    }
}
