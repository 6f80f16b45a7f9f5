/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** First sights of one process: as many as fit, each for as long as it counts. */
class RecentSightsTests {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final RecentSights recent = new RecentSights(3);

    @Nested
    class Contract extends FirstSightsContract {
        @Override
        protected FirstSights sights() {
            return new InMemorySights();
        }
    }

    @Test
    void afterItsWindowTheSameContentIsAnother() {
        recent.of("a", NOW, WINDOW);

        assertThat(recent.of("a", NOW.plus(WINDOW).minusNanos(1), WINDOW)).isEqualTo(NOW);
        assertThat(recent.of("a", NOW.plus(WINDOW), WINDOW)).isEqualTo(NOW.plus(WINDOW));
        assertThat(recent.of("a", NOW.plus(WINDOW).plusSeconds(1), WINDOW)).isEqualTo(NOW.plus(WINDOW));
    }

    @Test
    void theOneThatWasLookedForLongestAgoIsForgottenFirst() {
        recent.of("a", NOW, WINDOW);
        recent.of("b", NOW, WINDOW);
        recent.of("c", NOW, WINDOW);
        recent.of("a", NOW.plusSeconds(1), WINDOW);

        recent.of("d", NOW.plusSeconds(2), WINDOW);

        assertThat(recent.of("a", NOW.plusSeconds(3), WINDOW)).isEqualTo(NOW);
        assertThat(recent.of("c", NOW.plusSeconds(3), WINDOW)).isEqualTo(NOW);
        assertThat(recent.of("b", NOW.plusSeconds(3), WINDOW)).isEqualTo(NOW.plusSeconds(3));
    }

    @Test
    void whoKnowsBetterIsBelieved() {
        recent.of("a", NOW, WINDOW);

        recent.correct("a", NOW.minusSeconds(9));

        assertThat(recent.of("a", NOW.plusSeconds(1), WINDOW)).isEqualTo(NOW.minusSeconds(9));
    }
}
