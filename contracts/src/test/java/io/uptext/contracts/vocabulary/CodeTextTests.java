/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTextTests {

    private static final String CODE = "7KQ4M2XHC";

    static List<TextExample> documentedExamples() throws IOException {
        return TextExample.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documentedExamples")
    void a_text_holds_the_code_that_the_documentation_says(TextExample example) {
        assertThat(codeIn(example.text())).isEqualTo(example.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az-AZ", "lt-LT", "ar-EG", "th-TH-u-nu-thai"})
    void the_default_locale_changes_nothing(String tag) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertThat(TextExample.all())
                    .allSatisfy(example -> assertThat(codeIn(example.text())).isEqualTo(example.code()));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void no_row_of_the_documentation_is_overlooked_or_there_twice() throws IOException {
        assertThat(TextExample.all())
                .hasSizeGreaterThan(100)
                .extracting(TextExample::spelled)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_empty_text_holds_no_code() {
        assertThat(codeIn("")).isEmpty();
    }

    @Test
    void every_invisible_character_is_as_if_it_were_not_there() {
        IntStream.of(0x00AD, 0x061C, 0x180E, 0x2060, 0x2061, 0x2064, 0xFE0E, 0xFE0F, 0xFEFF, 0x034F, 0xE0001, 0xE0100)
                .forEach(CodeTextTests::isInvisible);
        IntStream.rangeClosed(0x200B, 0x200F).forEach(CodeTextTests::isInvisible);
        IntStream.rangeClosed(0x202A, 0x202E).forEach(CodeTextTests::isInvisible);
        IntStream.rangeClosed(0x2066, 0x2069).forEach(CodeTextTests::isInvisible);
        IntStream.rangeClosed(0xE0020, 0xE007F).forEach(CodeTextTests::isInvisible);
    }

    private static void isInvisible(int c) {
        String character = Character.toString(c);
        assertThat(codeIn(character + String.join(character, CODE.split("")) + character))
                .as("U+%04X", c)
                .contains(CODE);
        assertThat(codeIn("ST" + character + "OP " + CODE)).as("U+%04X", c).isEmpty();
    }

    @Test
    void every_space_parts_a_code_without_harm() {
        IntStream.rangeClosed(0, 0xFFFF)
                .filter(c -> Character.isSpaceChar(c) || Character.isWhitespace(c))
                .forEach(c -> assertThat(codeIn(String.join(Character.toString(c), CODE.split(""))))
                        .as("U+%04X", c)
                        .contains(CODE));
    }

    @Test
    void every_dash_parts_a_code_without_harm() {
        IntStream.rangeClosed(0, 0xFFFF)
                .filter(c -> Character.getType(c) == Character.DASH_PUNCTUATION)
                .forEach(c -> assertThat(codeIn("7KQ4" + Character.toString(c) + "M2XHC"))
                        .as("U+%04X", c)
                        .contains(CODE));
    }

    @Test
    void no_letter_of_another_script_passes_for_one_of_the_alphabet() {
        // Not even one that looks the same; compatibility forms of ASCII letters are ASCII letters to us.
        IntStream.concat(IntStream.rangeClosed(0x0370, 0x052F), IntStream.rangeClosed(0x13A0, 0x13FF))
                .filter(Character::isLetter)
                .forEach(c -> assertThat(codeIn(CODE.replace('K', (char) c) + " " + CODE.replace('H', (char) c)))
                        .as("U+%04X", c)
                        .isEmpty());
    }

    @Test
    void a_bomb_of_combining_marks_is_no_code() {
        assertThat(codeIn("7KQ4" + "\u0301".repeat(100) + "M2XHC")).isEmpty();
        assertThat(codeIn(CODE + "\u0301".repeat(1500))).isEmpty();
    }

    @Test
    void a_text_of_ten_sms_is_read_and_a_longer_one_is_not() {
        String rest = " ".repeat(CodeText.LONGEST_TEXT - CODE.length());
        assertThat(codeIn(rest + CODE)).contains(CODE);
        assertThat(codeIn(rest + " " + CODE)).isEmpty();
        assertThat(codeIn(CODE + " ".repeat(64 * 1024))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "STOPALL",
                "END",
                "CANCEL",
                "UNSUBSCRIBE",
                "QUIT",
                "REVOKE",
                "OPTOUT",
                "START",
                "UNSTOP",
                "HELP",
                "INFO",
                "NO"
            })
    void a_carrier_keyword_wins_over_the_code_after_it(String keyword) {
        assertThat(codeIn(keyword + " " + CODE)).isEmpty();
        assertThat(codeIn("\n" + keyword.toLowerCase(Locale.ROOT) + "! " + CODE))
                .isEmpty();
        assertThat(codeIn(CODE + " " + keyword)).contains(CODE);
    }

    private static Optional<String> codeIn(String text) {
        return ChallengeCode.parse(text).map(ChallengeCode::normal);
    }
}
