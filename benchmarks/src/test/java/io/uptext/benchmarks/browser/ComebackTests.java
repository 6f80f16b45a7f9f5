/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Browsers come back as they were told, or all at once, but never in a tight loop. */
class ComebackTests {

    private static final double IN_THE_MIDDLE = 0.5;

    @Test
    void whoComesBackAtOnceWaitsOnlyAfterARefusal() {
        assertThat(Comeback.AT_ONCE.pauseMillis(0, 2_000, 0)).isZero();
        assertThat(Comeback.AT_ONCE.pauseMillis(1, 2_000, IN_THE_MIDDLE)).isEqualTo(100);
    }

    @Test
    void whoWasToldWaitsAboutSoLongAndTwiceAsLongAfterEachRefusal() {
        assertThat(Comeback.AS_TOLD.pauseMillis(0, 2_000, 0)).isEqualTo(1_400);
        assertThat(Comeback.AS_TOLD.pauseMillis(0, 2_000, IN_THE_MIDDLE)).isEqualTo(2_000);
        assertThat(Comeback.AS_TOLD.pauseMillis(1, 2_000, IN_THE_MIDDLE)).isEqualTo(4_000);
    }

    @Test
    void nobodyWaitsForEver() {
        assertThat(Comeback.AS_TOLD.pauseMillis(1_000, 2_000, IN_THE_MIDDLE)).isEqualTo(15_000);
    }
}
