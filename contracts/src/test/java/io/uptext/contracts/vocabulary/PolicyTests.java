/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PolicyTests {

    private static final Instant CREATED = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant EXPIRES = CREATED.plus(Duration.ofMinutes(3));
    private static final Validity VALIDITY = new Validity(CREATED, EXPIRES);

    @Test
    void a_message_may_come_one_second_before_its_challenge_and_no_more() {
        assertThat(VALIDITY.covers(CREATED)).isTrue();
        assertThat(VALIDITY.covers(CREATED.minusSeconds(1))).isTrue();
        assertThat(VALIDITY.covers(CREATED.minusSeconds(1).minusMillis(1))).isFalse();
        assertThat(VALIDITY.covers(CREATED.minusSeconds(1).minusNanos(1))).isFalse();
    }

    @Test
    void a_message_may_come_at_the_last_instant_and_no_later() {
        assertThat(VALIDITY.covers(EXPIRES)).isTrue();
        assertThat(VALIDITY.covers(EXPIRES.plusNanos(1))).isFalse();
        assertThat(VALIDITY.covers(EXPIRES.plusMillis(1))).isFalse();
    }

    @Test
    void no_instant_at_the_ends_of_time_is_covered() {
        assertThat(VALIDITY.covers(Instant.MIN)).isFalse();
        assertThat(VALIDITY.covers(Instant.MAX)).isFalse();
    }

    @Test
    void a_route_satisfies_a_policy_that_asks_for_it_or_for_a_weaker_one() {
        for (RouteTrust route : RouteTrust.values()) {
            for (RouteTrust minimum : RouteTrust.values()) {
                assertThat(route.satisfies(minimum))
                        .as("%s for %s", route, minimum)
                        .isEqualTo(strength(route) >= strength(minimum));
            }
        }
    }

    private static int strength(RouteTrust trust) {
        return switch (trust) {
            case T0 -> 0;
            case T1 -> 1;
            case T2 -> 2;
            case T3 -> 3;
        };
    }
}
