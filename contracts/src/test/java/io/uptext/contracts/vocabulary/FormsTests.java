/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The same as the regular expressions that say what is meant, for a hundred thousand near misses of each. */
class FormsTests {

    private static final int TRIES = 100_000;

    @Test
    void names_are_what_the_pattern_says() {
        same("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?", "az09-A_ \u00e9\u0660", 42, Forms::isName);
    }

    @Test
    void short_codes_are_what_the_pattern_says() {
        same("[0-9]{3,8}", "0123456789a\u0660", 10, text -> Forms.isDigits(text, 3, 8));
    }

    @Test
    void numbers_are_what_the_pattern_says() {
        same("\\+[1-9][0-9]{6,14}", "+0123456789", 17, text -> Forms.isInternational(text, 7, 15));
    }

    @Test
    void keys_are_what_the_pattern_says() {
        same("[0-9a-f]{8}", "0123456789abcdefgA\u0660", 9, text -> Forms.isHexadecimal(text, 8));
    }

    @Test
    void hashes_are_what_the_pattern_says() {
        same("[A-Za-z0-9_-]{6}", "azAZ09_-+/=", 7, text -> Forms.isBase64Url(text, 6));
    }

    private static void same(String pattern, String alphabet, int longest, Predicate<String> form) {
        Pattern expected = Pattern.compile(pattern);
        RandomGenerator random = new SplittableRandom(Long.getLong("uptext.seed", 20_261_127L));
        int matches = 0;
        for (int i = 0; i < TRIES; i++) {
            StringBuilder text = new StringBuilder();
            // Mostly of the first characters, so that some of these texts are right.
            int length = random.nextInt(longest + 1);
            int characters = random.nextInt(3) == 0 ? alphabet.length() : Math.max(1, alphabet.length() - 3);
            for (int at = 0; at < length; at++) {
                boolean start = at == 0 && alphabet.startsWith("+") && random.nextInt(4) > 0;
                text.append(start ? '+' : alphabet.charAt(random.nextInt(characters)));
            }
            boolean matched = expected.matcher(text).matches();
            matches += matched ? 1 : 0;
            assertThat(form.test(text.toString())).as(text.toString()).isEqualTo(matched);
        }
        assertThat(matches).isPositive();
    }
}
