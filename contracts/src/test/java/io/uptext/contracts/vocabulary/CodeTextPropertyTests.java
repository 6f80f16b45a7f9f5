/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SeededRandom.class)
class CodeTextPropertyTests {

    private static final List<String> SEPARATORS =
            List.of("", "", " ", "-", "  ", " - ", "\u2013", "\u00A0", "\u2009", "\t", "\r\n", ". ", "\u200B", "👍");

    /** What the rules treat in a special way, so that random texts meet them. */
    private static final String SPECIAL =
            "7KQ4M2XHC7KQ4M2XHC0O1IlL \t\n-\u2013.,\"“”«»'’<>\u0301\u200B\uFE0F\uD83D\uDC4Dıİ@/:";

    @Test
    void any_utf_16_is_read_without_failure_and_what_is_found_is_found_again(RandomGenerator random) {
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            String code = ChallengeCode.random(random).normal();
            String text = junk(random) + (random.nextBoolean() ? " " + code + " " : "") + junk(random);
            var first = ChallengeCode.parse(text);
            if (first.isPresent()) {
                found++;
                assertThat(ChallengeCode.parse(first.get().normal())).isEqualTo(first);
                assertThat(ChallengeCode.parse(first.get().display())).isEqualTo(first);
            }
        }
        assertThat(found).as("texts with a code").isGreaterThan(1_000);
    }

    @Test
    void an_ascii_text_is_read_as_if_it_were_of_any_script(RandomGenerator random) {
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            String code = ChallengeCode.random(random).display();
            String text = ascii(random) + (random.nextBoolean() ? " " + code + " " : "") + ascii(random);
            String withInvisible = text + "\u200B";
            assertThat(SmsText.read(text)).as("%s", text).isEqualTo(SmsText.read(withInvisible));
            found += ChallengeCode.parse(text).isPresent() ? 1 : 0;
        }
        assertThat(found).as("texts with a code").isGreaterThan(1_000);
    }

    @Test
    void arbitrary_bytes_as_text_are_read_without_failure(RandomGenerator random) {
        for (int i = 0; i < 5_000; i++) {
            char[] bytes = new char[random.nextInt(300)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = (char) random.nextInt(256);
            }
            assertThatCode(() -> ChallengeCode.parse(new String(bytes))).doesNotThrowAnyException();
        }
    }

    @Test
    void separators_inside_a_code_keep_the_match(RandomGenerator random) {
        for (int i = 0; i < 20_000; i++) {
            ChallengeCode code = ChallengeCode.random(random);
            if (code.normal().startsWith("END") || code.normal().startsWith("START")) {
                continue; // parted after that, it opens with a carrier keyword
            }
            StringBuilder text = new StringBuilder();
            for (int position = 0; position < CodeForm.SHORT.length(); position++) {
                text.append(code.normal().charAt(position)).append(SEPARATORS.get(random.nextInt(SEPARATORS.size())));
            }
            assertThat(ChallengeCode.parse(text.toString())).as("%s", text).contains(code);
        }
    }

    @Test
    void two_different_codes_are_none_in_either_order(RandomGenerator random) {
        for (int i = 0; i < 2_000; i++) {
            ChallengeCode one = ChallengeCode.random(random);
            ChallengeCode other = ChallengeCode.random(random);
            assertThat(ChallengeCode.parse(one.normal() + " or " + other.display()))
                    .isEmpty();
            assertThat(ChallengeCode.parse(other.display() + "\n" + one.normal()))
                    .isEmpty();
        }
    }

    /** The limit on the length bounds what a text can cost; these would cost most. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "A ",
                "A-",
                "- ",
                "\"",
                "“ ",
                "\u0301",
                "\uFDFA",
                "\uD83D",
                "\u200B",
                "7KQ4M2XH ",
                "7KQ4-M2XH-",
                "STOP "
            })
    void a_long_text_made_of_the_worst_is_read_to_its_end(String unit) {
        int fits = CodeText.LONGEST_TEXT / unit.length();
        assertThat(ChallengeCode.parse(unit.repeat(fits))).isEmpty();
        assertThat(ChallengeCode.parse(unit.repeat(64 * 1024))).isEmpty();
    }

    private static String ascii(RandomGenerator random) {
        StringBuilder ascii = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            ascii.append((char) random.nextInt(0x80));
        }
        return ascii.toString();
    }

    private static String junk(RandomGenerator random) {
        int length = random.nextInt(12);
        StringBuilder junk = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            junk.append(
                    random.nextInt(3) == 0
                            ? (char) random.nextInt(Character.MAX_VALUE + 1)
                            : SPECIAL.charAt(random.nextInt(SPECIAL.length())));
        }
        return junk.toString();
    }
}
