/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.miss;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DestinationMissesTests {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final DestinationMisses misses = new DestinationMisses(WITHIN);

    @Test
    void those_of_the_last_ten_minutes_count() {
        misses.add(START);
        misses.add(START.plusSeconds(60));
        misses.add(START.plusSeconds(60));

        assertThat(misses.before(START.plusSeconds(59))).isEqualTo(1);
        assertThat(misses.before(START.plusSeconds(60))).isEqualTo(3);
        assertThat(misses.before(START.plus(WITHIN).plusSeconds(10))).isEqualTo(2);
        assertThat(misses.before(START.plus(WITHIN).plusSeconds(70))).isZero();
    }

    @Test
    void those_that_came_later_do_not_count() {
        misses.add(START.plusSeconds(600));

        assertThat(misses.before(START)).isZero();
    }

    @Test
    void however_long_it_goes_on_only_so_much_is_remembered() {
        for (int second = 0; second < 100_000; second++) {
            misses.add(START.plusSeconds(second));
        }

        assertThat(misses.before(START.plusSeconds(99_999))).isBetween(590, 600);
        assertThat(misses.before(START.plusSeconds(50_000))).isZero();
    }

    @Test
    void a_time_of_no_length_worth_slicing_is_counted_by_the_millisecond() {
        DestinationMisses briefly = new DestinationMisses(Duration.ofMillis(1));
        briefly.add(START);

        assertThat(briefly.before(START)).isEqualTo(1);
        assertThat(briefly.before(START.plusMillis(100))).isZero();
    }
}
