/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTests {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @Test
    void pauses_grow_are_spread_and_stay_below_the_longest() {
        long seed = new SecureRandom().nextLong();
        Random random = new Random(seed);
        for (int failures = 1; failures < 100; failures++) {
            long due = (long) Math.min(5000, 200 * Math.pow(2, failures - 1));
            assertThat(Backoff.USUAL.pause(failures, random).toMillis())
                    .as("failure %d, seed %d", failures, seed)
                    .isBetween(due / 2, due);
        }
        assertThat(random.ints(100)
                        .mapToObj(_ -> Backoff.USUAL.pause(5, random))
                        .distinct())
                .as("seed %d", seed)
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "1,PT1S",
                "0,PT0S",
                "'Tue, 24 Nov 2026 08:00:30 GMT',PT30S",
                "'Tue, 24 Nov 2026 07:00:00 GMT',PT0S",
                "-1,none",
                "soon,none",
                "99999999999999999999,none",
                "'',none"
            })
    void when_to_come_again_is_seconds_or_a_date(String said, @Nullable Duration wait) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(said)), (_, _) -> true);
        assertThat(RetryAfter.of(headers, NOW)).isEqualTo(wait);
    }
}
