/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.ConnectorId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everything that remembers first sights does while it can be reached. */
public abstract class FirstSightsContract {

    private static final ConnectorId ACME = new ConnectorId("acme");
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final String content = UUID.randomUUID().toString();

    protected abstract FirstSights sights();

    @Test
    void whatComesForTheFirstTimeComesNow() {
        assertThat(sights().of(ACME, content, NOW, WINDOW))
                .succeedsWithin(WINDOW)
                .isEqualTo(NOW);
    }

    @Test
    void whatComesAgainCameThen() {
        FirstSights sights = sights();
        sights.of(ACME, content, NOW, WINDOW).join();

        for (int minute = 1; minute < 5; minute++) {
            assertThat(sights.of(ACME, content, NOW.plus(Duration.ofMinutes(minute)), WINDOW)
                            .join())
                    .isEqualTo(NOW);
        }
        assertThat(sights.of(ACME, content, NOW.plus(WINDOW).minusMillis(1), WINDOW)
                        .join())
                .isEqualTo(NOW);
    }

    @Test
    void anotherClockMayBeBehind() {
        FirstSights sights = sights();
        sights.of(ACME, content, NOW, WINDOW).join();

        assertThat(sights.of(ACME, content, NOW.minusSeconds(2), WINDOW).join()).isEqualTo(NOW);
    }

    @Test
    void anotherContentOrConnectorIsAnother() {
        FirstSights sights = sights();
        Instant later = NOW.plusSeconds(1);
        sights.of(ACME, content, NOW, WINDOW).join();

        assertThat(sights.of(ACME, content + "0", later, WINDOW).join()).isEqualTo(later);
        assertThat(sights.of(new ConnectorId("acme-2"), content, later, WINDOW).join())
                .isEqualTo(later);
    }

    @Test
    void ofManyAtOnceAllCameAtTheSameTime() throws Exception {
        FirstSights sights = sights();

        List<Instant> firsts = Concurrently.call(
                32,
                number ->
                        sights.of(ACME, content, NOW.plusMillis(number), WINDOW).join());

        assertThat(new HashSet<>(firsts)).hasSize(1);
    }
}
