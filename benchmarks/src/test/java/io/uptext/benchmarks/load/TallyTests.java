/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers are told apart, and none is forgotten. */
class TallyTests {

    private static final Tally GOOD = new Tally(Map.of(200, 3L), 5);
    private static final Tally MIXED = new Tally(Map.of(200, 1L, 503, 3L, Pressure.BROKEN, 1L), 7);

    @Test
    void talliesAddUp() {
        assertThat(GOOD.plus(MIXED)).isEqualTo(new Tally(Map.of(200, 4L, 503, 3L, Pressure.BROKEN, 1L), 7));
        assertThat(Tally.NONE.plus(GOOD)).isEqualTo(GOOD);
    }

    @Test
    void oneOtherAnswerIsEnoughForNotAll() {
        assertThat(GOOD.isOnly(200)).isTrue();
        assertThat(MIXED.isOnly(503)).isFalse();
        assertThat(Tally.NONE.isOnly(200)).isFalse();
    }

    @Test
    void theShareOfAnAnswerIsOfAll() {
        assertThat(MIXED.share(503)).isEqualTo(0.6);
        assertThat(Tally.NONE.share(200)).isZero();
    }

    @Test
    void itIsSaidInWords() {
        assertThat(MIXED.inWords()).isEqualTo("1 × broken connection, 1 × 200, 3 × 503");
        assertThat(Tally.NONE.inWords()).isEqualTo("no answer");
    }
}
