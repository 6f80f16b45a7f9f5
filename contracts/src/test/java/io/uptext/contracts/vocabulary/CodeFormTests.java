/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of the codes of each form, and between the forms. */
@ExtendWith(SeededRandom.class)
class CodeFormTests {

    private static final String ALPHABET = CrockfordBase32.SYMBOLS;
    private static final List<CodeForm> FORMS = List.of(CodeForm.values());
    private static final int CODES = 100_000;
    private static final int CODES_WITH_ALL_SLIPS = 300;

    @ParameterizedTest
    @EnumSource
    void a_code_is_found_behind_a_keyword_however_it_is_spelled(CodeForm form, RandomGenerator random) {
        for (int i = 0; i < CODES; i++) {
            ChallengeCode code = ChallengeCode.random(form, random);
            assertThat(code.normal()).hasSize(form.length());
            assertThat(form.canBeDrawn(code.normal())).isTrue();
            String spaced = code.display().replace('-', ' ');
            for (String spelled : List.of(
                    code.normal(),
                    code.normal().toLowerCase(Locale.ROOT),
                    code.display(),
                    spaced,
                    spaced.toLowerCase(Locale.ROOT))) {
                assertThat(ChallengeCode.parse("ACME " + spelled)).as(spelled).contains(code);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SHORT, 7KQ4M2XHC, 7KQ4-M2XH-C",
        "LONG, 2X9KD4M7QW3AHQ, 2X9K-D4M7-QW3A-HQ",
        "DIGITS, 481507320, 4815-0732-0"
    })
    void a_code_is_shown_in_groups_of_four(CodeForm form, String normal, String shown) {
        assertThat(CodeForm.of(normal)).contains(form);
        assertThat(ChallengeCode.ofNormal(normal).display()).isEqualTo(shown);
        assertThat(ChallengeCode.ofNormal(normal)).hasToString("*".repeat(normal.length()));
    }

    @ParameterizedTest
    @EnumSource
    void one_wrong_character_never_makes_a_code_that_waits(CodeForm form, RandomGenerator random) {
        for (int i = 0; i < CODES_WITH_ALL_SLIPS; i++) {
            String code = form.draw(random);
            for (int position = 0; position < code.length(); position++) {
                for (int symbol = 0; symbol < ALPHABET.length(); symbol++) {
                    char wrong = ALPHABET.charAt(symbol);
                    if (wrong != code.charAt(position)) {
                        missesAll(code.substring(0, position) + wrong + code.substring(position + 1), form);
                    }
                }
            }
        }
    }

    /** Any two; of digits, neighbours. */
    @ParameterizedTest
    @EnumSource
    void two_exchanged_characters_never_make_a_code_that_waits(CodeForm form, RandomGenerator random) {
        for (int i = 0; i < CODES_WITH_ALL_SLIPS; i++) {
            String code = form.draw(random);
            for (int left = 0; left < code.length(); left++) {
                int last = form == CodeForm.DIGITS ? Math.min(left + 1, code.length() - 1) : code.length() - 1;
                for (int right = left + 1; right <= last; right++) {
                    if (code.charAt(left) != code.charAt(right)) {
                        StringBuilder slip = new StringBuilder(code);
                        slip.setCharAt(left, code.charAt(right));
                        slip.setCharAt(right, code.charAt(left));
                        missesAll(slip.toString(), form);
                    }
                }
            }
        }
    }

    private static void missesAll(String slip, CodeForm form) {
        assertThat(FORMS.stream().filter(each -> each.canBeDrawn(slip)))
                .as(slip)
                .isEmpty();
        if (form != CodeForm.DIGITS) {
            assertThat(ChallengeCode.parse(slip)).as(slip).isEmpty();
        }
    }

    @Test
    void no_code_can_be_drawn_in_two_forms(RandomGenerator random) {
        for (CodeForm form : FORMS) {
            for (int i = 0; i < CODES; i++) {
                String code = form.draw(random);
                assertThat(ChallengeCode.ofNormal(code).form()).isEqualTo(form);
                assertThat(FORMS.stream().filter(each -> each.canBeDrawn(code))).containsExactly(form);
            }
        }
    }

    /** Counts what can be drawn, by how many of the characters are as they must be and what they sum up to so far. */
    @Test
    void of_all_that_can_be_drawn_one_in_a_hundred_million_may_wait() {
        assertThat(CodeForm.SHORT.mostOutstanding())
                .isEqualTo((long) (drawn(8, ALPHABET.substring(10), 2, CrockfordBase32.POINT_OF_SHORT) * 1e-8));
        assertThat(CodeForm.LONG.mostOutstanding())
                .isCloseTo((long) (drawn(13, "23456789", 1, CrockfordBase32.POINT_OF_LONG) * 1e-8), within(1L));
        assertThat(CodeForm.DIGITS.mostOutstanding()).isEqualTo(1_000);
    }

    private static double drawn(int length, String counted, int least, int point) {
        // How many ways lead to so many of the counted, at most the least, and to this sum.
        double[][] ways = new double[least + 1][CrockfordBase32.SIZE];
        ways[0][0] = 1;
        double[][] complete = ways;
        for (int i = 0; i <= length; i++) {
            complete = ways;
            ways = new double[least + 1][CrockfordBase32.SIZE];
            for (int count = 0; count <= least; count++) {
                for (int sum = 0; sum < CrockfordBase32.SIZE; sum++) {
                    for (int symbol = 0; symbol < CrockfordBase32.SIZE; symbol++) {
                        int more = Math.min(least, count + isIn(counted, symbol));
                        ways[more][next(sum, symbol, point)] += complete[count][sum];
                    }
                }
            }
        }
        double drawn = 0;
        for (int count = 0; count <= least; count++) {
            for (int check = 0; check < CrockfordBase32.SIZE; check++) {
                drawn += count + isIn(counted, check) >= least ? complete[count][check] : 0;
            }
        }
        return drawn;
    }

    /** What a sum becomes by one more symbol: the check character of both, whose difference is that of the symbol. */
    private static int next(int sum, int symbol, int point) {
        String together = String.valueOf(ALPHABET.charAt(sum ^ symbol));
        return ALPHABET.indexOf(CrockfordBase32.check(together, 1, point));
    }

    private static int isIn(String counted, int symbol) {
        return counted.indexOf(ALPHABET.charAt(symbol)) < 0 ? 0 : 1;
    }

    /** Against the rule as one would write it who has time. */
    @Test
    void of_random_pieces_exactly_one_candidate_is_the_code_and_two_are_none(RandomGenerator random) {
        int found = 0;
        int several = 0;
        for (int i = 0; i < CODES; i++) {
            List<String> pieces = pieces(random);
            Set<String> candidates = candidates(pieces);
            Optional<String> code =
                    ChallengeCode.parse("A " + String.join(" ", pieces) + " U").map(ChallengeCode::normal);
            found += candidates.size() == 1 ? 1 : 0;
            several += candidates.size() > 1 ? 1 : 0;
            assertThat(code)
                    .as("A %s", pieces)
                    .isEqualTo(candidates.size() == 1 ? candidates.stream().findFirst() : Optional.empty());
        }
        assertThat(found).isGreaterThan(CODES / 4);
        assertThat(several).isGreaterThan(CODES / 100);
    }

    private static List<String> pieces(RandomGenerator random) {
        List<String> pieces = new ArrayList<>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            String code = FORMS.get(random.nextInt(FORMS.size())).draw(random);
            int from = 0;
            while (from < code.length()) {
                int to = Math.min(code.length(), from + 1 + random.nextInt(code.length()));
                pieces.add(code.substring(from, to));
                from = to;
            }
            pieces.add(String.valueOf(random.nextInt(100_000)));
        }
        return pieces;
    }

    private static Set<String> candidates(List<String> pieces) {
        List<String> all = new ArrayList<>(List.of("A"));
        all.addAll(pieces);
        Set<String> candidates = new LinkedHashSet<>();
        for (int from = 0; from < all.size(); from++) {
            for (int to = from + 1; to <= all.size(); to++) {
                List<String> some = all.subList(from, to);
                boolean holdsAWhole =
                        some.stream().anyMatch(each -> CodeForm.of(each).isPresent());
                if (CodeForm.of(String.join("", some)).isPresent() && (some.size() == 1 || !holdsAWhole)) {
                    candidates.add(String.join("", some));
                }
            }
        }
        return candidates;
    }
}
