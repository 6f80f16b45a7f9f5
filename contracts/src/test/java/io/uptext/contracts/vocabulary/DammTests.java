/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The digits are few enough to try all that the table promises. */
class DammTests {

    @Test
    void the_example_of_its_inventor_has_its_digit() {
        assertThat(Damm.check("572", 3)).isEqualTo('4');
    }

    @Test
    void a_wrong_digit_always_changes_the_check_digit() {
        for (int before = 0; before < Damm.SIZE; before++) {
            for (int right = 0; right < Damm.SIZE; right++) {
                for (int wrong = right + 1; wrong < Damm.SIZE; wrong++) {
                    assertThat(check(before, wrong)).isNotEqualTo(check(before, right));
                    // And a later digit never makes good for it.
                    for (int after = 0; after < Damm.SIZE; after++) {
                        assertThat(check(before, wrong, after)).isNotEqualTo(check(before, right, after));
                    }
                }
            }
        }
    }

    @Test
    void two_neighbours_exchanged_always_change_the_check_digit() {
        for (int before = 0; before < Damm.SIZE; before++) {
            for (int left = 0; left < Damm.SIZE; left++) {
                for (int right = left + 1; right < Damm.SIZE; right++) {
                    assertThat(check(before, left, right)).isNotEqualTo(check(before, right, left));
                }
            }
        }
    }

    /** Also the last digit and the check digit itself. */
    @Test
    void what_has_its_check_digit_checks_to_nought() {
        for (int number = 0; number < 100_000; number++) {
            String digits = "%08d".formatted(number * 997);
            assertThat(Damm.check(digits + Damm.check(digits, 8), 9)).isEqualTo('0');
        }
    }

    private static char check(int... digits) {
        StringBuilder text = new StringBuilder();
        for (int digit : digits) {
            text.append(digit);
        }
        return Damm.check(text, digits.length);
    }
}
