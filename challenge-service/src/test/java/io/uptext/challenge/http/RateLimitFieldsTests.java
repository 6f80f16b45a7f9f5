/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.challenge.limit.Limit;
import io.uptext.challenge.limit.Standing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitFieldsTests {

    @Test
    void each_limit_is_a_policy_by_name_and_only_a_rate_has_a_window() {
        assertThat(RateLimitFields.of(List.of(
                        new Standing(Limit.PARTY, 600, 60, 599, 1),
                        new Standing(Limit.END_USER, 10, 60, 0, 6),
                        new Standing(Limit.OPEN, 3, 0, 2, 180))))
                .isEqualTo(Map.of(
                        "RateLimit-Policy", "\"party\";q=600;w=60, \"end-user\";q=10;w=60, \"open\";q=3",
                        "RateLimit", "\"party\";r=599;t=1, \"end-user\";r=0;t=6, \"open\";r=2;t=180"));
    }

    @Test
    void what_was_counted_before_has_no_fields() {
        assertThat(RateLimitFields.of(List.of())).isEmpty();
    }
}
