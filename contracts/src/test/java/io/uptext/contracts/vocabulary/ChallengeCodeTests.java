/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SeededRandom.class)
class ChallengeCodeTests {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /** For 31 degrees of freedom an honest source is above this less than once in 100,000 times. */
    private static final double CHI_SQUARE_BOUND = 80;

    @Test
    void every_character_is_equally_likely_at_every_position(RandomGenerator random) {
        int codes = 1_000_000;
        int[][] counts = new int[CodeForm.SHORT.length()][128];
        for (int i = 0; i < codes; i++) {
            String code = ChallengeCode.random(random).normal();
            for (int position = 0; position < CodeForm.SHORT.length(); position++) {
                counts[position][code.charAt(position)]++;
            }
        }
        double expected = codes / 32.0;
        for (int position = 0; position < CodeForm.SHORT.length(); position++) {
            int[] seen = counts[position];
            double chiSquare = ALPHABET.chars()
                    .mapToDouble(c -> (seen[c] - expected) * (seen[c] - expected) / expected)
                    .sum();
            assertThat(ALPHABET.chars().map(c -> seen[c]).sum()).isEqualTo(codes);
            assertThat(chiSquare).as("position %d", position).isLessThan(CHI_SQUARE_BOUND);
        }
    }

    @Test
    void a_code_is_found_however_it_is_spelled(RandomGenerator random) {
        for (int i = 0; i < 5_000; i++) {
            ChallengeCode code = ChallengeCode.random(random);
            assertThat(ChallengeCode.ofNormal(code.normal())).isEqualTo(code).hasSameHashCodeAs(code);
            assertThat(ChallengeCode.parse(code.normal())).contains(code);
            assertThat(ChallengeCode.parse(code.display())).contains(code);
            assertThat(ChallengeCode.parse(code.normal().toLowerCase(Locale.ROOT)))
                    .contains(code);
            assertThat(ChallengeCode.parse(code.display().replace('-', ' '))).contains(code);
            assertThat(ChallengeCode.parse("ACME LOGIN " + code.display())).contains(code);
        }
    }

    @Test
    void a_code_with_one_wrong_character_is_no_code(RandomGenerator random) {
        for (int i = 0; i < 300; i++) {
            String code = ChallengeCode.random(random).normal();
            for (int position = 0; position < code.length(); position++) {
                for (int symbol = 0; symbol < ALPHABET.length(); symbol++) {
                    char wrong = ALPHABET.charAt(symbol);
                    if (wrong != code.charAt(position)) {
                        StringBuilder typo = new StringBuilder(code);
                        typo.setCharAt(position, wrong);
                        assertThat(ChallengeCode.parse(typo.toString()))
                                .as("%s for %s", typo, code)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void a_code_with_two_characters_exchanged_is_no_code(RandomGenerator random) {
        for (int i = 0; i < 500; i++) {
            String code = ChallengeCode.random(random).normal();
            for (int left = 0; left < code.length(); left++) {
                for (int right = left + 1; right < code.length(); right++) {
                    if (code.charAt(left) != code.charAt(right)) {
                        StringBuilder typo = new StringBuilder(code);
                        typo.setCharAt(left, code.charAt(right));
                        typo.setCharAt(right, code.charAt(left));
                        assertThat(ChallengeCode.parse(typo.toString()))
                                .as("%s for %s", typo, code)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void the_code_of_the_documentation_is_valid() {
        assertThat(ChallengeCode.ofNormal("7KQ4M2XHC").display()).isEqualTo("7KQ4-M2XH-C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7KQ4M2XH", "7KQ4M2XHD", "7kq4m2xhc", "7KQ4-M2XH-C", " 7KQ4M2XHC", "7KQ4M2XHC7"})
    void only_the_normal_form_is_taken_as_such_and_a_wrong_one_is_not_repeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChallengeCode.ofNormal(text))
                .withMessage("not a challenge code in its normal form");
    }

    @Test
    void different_codes_are_not_equal() {
        assertThat(ChallengeCode.ofNormal("7KQ4M2XHC")).isNotEqualTo(ChallengeCode.ofNormal("3FTN8WAR0"));
    }

    @Test
    void a_code_prints_masked() {
        assertThat(ChallengeCode.ofNormal("7KQ4M2XHC")).hasToString("*********");
    }
}
