/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A figure is said beside what it should be, as far as that was said. */
class GoalTests {

    @Test
    void aGoalMayHaveABetterOne() {
        assertThat(Goal.least("P13", "rate", 0.9, 0.8, 1.0).inWords())
                .endsWith("0.90  (goal at least 0.8: met; 1: missed)");
        assertThat(Goal.most("P12", "p99", 1.3, 1.3, 1.1).inWords())
                .endsWith("1.30  (goal at most 1.3: met; 1.1: missed)");
    }

    @Test
    void orNone() {
        assertThat(Goal.most("P11", "seconds", 20, 15).inWords()).endsWith("20.00  (goal at most 15: missed)");
        assertThat(Goal.only("p50", 2).inWords()).endsWith("2.00");
    }
}
