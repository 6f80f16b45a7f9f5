/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.miss;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SenderMissesTests {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final MissLimits LIMITS = new MissLimits(5, 500, Duration.ofMinutes(10), Duration.ofHours(1));

    private final SenderMisses misses = new SenderMisses();

    @Test
    void five_within_ten_minutes_lock_and_five_in_more_do_not() {
        miss(0, 1, 2, 3);
        miss(601, 602, 603, 604);
        assertThat(isLocked(605)).isFalse();

        miss(605);
        assertThat(isLocked(606)).isTrue();
    }

    @Test
    void the_first_and_the_last_of_five_may_be_ten_minutes_apart() {
        miss(0, 1, 2, 3, 10 * 60);

        assertThat(isLocked(10 * 60 + 1)).isTrue();
    }

    @Test
    void misses_of_a_locked_phone_do_not_make_the_lock_longer() {
        miss(0, 1, 2, 3, 4);
        miss(5, 6, 7, 8, 9, 1000, 1001, 1002, 1003, 1004);

        assertThat(isLocked(4 + 3600)).isTrue();
        assertThat(isLocked(4 + 3601)).isFalse();
        assertThat(misses.last()).isEqualTo(START.plusSeconds(4));
    }

    @Test
    void after_the_lock_five_more_lock_again() {
        miss(0, 1, 2, 3, 4);
        miss(3700, 3701, 3702, 3703);
        assertThat(isLocked(3704)).isFalse();
        miss(3704);

        assertThat(isLocked(3705)).isTrue();
    }

    private void miss(int... seconds) {
        for (int second : seconds) {
            misses.add(START.plusSeconds(second), LIMITS);
        }
    }

    private boolean isLocked(int second) {
        return misses.isLocked(START.plusSeconds(second), LIMITS);
    }
}
