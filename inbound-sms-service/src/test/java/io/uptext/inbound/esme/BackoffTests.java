/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.smpp.CommandStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits before the next try: a random part of a time that doubles up to a limit, and long ones after a refusal. */
class BackoffTests {

    private static final Ending LOST = new Ending.Lost("the connection was closed");
    private static final RandomGenerator MOST = new Fixed(true);
    private static final RandomGenerator LEAST = new Fixed(false);

    private final SmppSettings settings = Configured.settings(Map.of());

    @Test
    void theLongestWaitDoublesUpToTheLimit() {
        Backoff backoff = new Backoff(settings, MOST);

        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            assertThat(backoff.next(LOST)).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void theShortestWaitIsNone() {
        Backoff backoff = new Backoff(settings, LEAST);

        for (int i = 0; i < 10; i++) {
            assertThat(backoff.next(LOST)).isZero();
        }
    }

    @Test
    void anyWaitBetweenThemIsPossible() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            Backoff backoff = new Backoff(settings, random);
            assertThat(backoff.next(LOST)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
            assertThat(backoff.next(LOST)).isBetween(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    @Test
    void afterABindThatWasGoodItBeginsAnew() {
        Backoff backoff = new Backoff(settings, MOST);
        for (int i = 0; i < 5; i++) {
            backoff.next(LOST);
        }

        backoff.reset();

        assertThat(backoff.next(LOST)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.next(new Ending.Unbound())).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.next(new Ending.Unreachable("nobody listens there"))).isEqualTo(Duration.ofSeconds(4));
        assertThat(backoff.next(new Ending.Refused(CommandStatus.RSYSERR))).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void aThousandTriesDoNotMakeItOverflow() {
        Backoff backoff =
                new Backoff(Configured.settings(Map.of("reconnect-first", "1h", "reconnect-most", "1h")), MOST);

        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.next(LOST)).isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void aFirstWaitBeyondTheLimitIsTheLimit() {
        Backoff backoff =
                new Backoff(Configured.settings(Map.of("reconnect-first", "2m", "reconnect-most", "90s")), MOST);

        assertThat(backoff.next(LOST)).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ESME_RBINDFAIL", "ESME_RINVPASWD", "ESME_RINVSYSID"})
    void whoIsNotLetInWaitsLongAndUpToAQuarterMore(String status) {
        Ending refused = new Ending.Refused(CommandStatus.valueOf(status));

        assertThat(new Backoff(settings, LEAST).next(refused)).isEqualTo(Duration.ofMinutes(5));
        assertThat(new Backoff(settings, MOST).next(refused)).isEqualTo(Duration.ofSeconds(375));
    }

    @Test
    void whoIsStillBoundThereWaitsAtLeastHalfOfTheLimit() {
        Ending bound = new Ending.Refused(CommandStatus.RALYBND);

        assertThat(new Backoff(settings, LEAST).next(bound)).isEqualTo(Duration.ofSeconds(30));
        assertThat(new Backoff(settings, MOST).next(bound)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aRefusalDoesNotCountAmongTheTries() {
        Backoff backoff = new Backoff(settings, MOST);
        backoff.next(new Ending.Refused(CommandStatus.RINVPASWD));
        backoff.next(new Ending.Refused(CommandStatus.RALYBND));

        assertThat(backoff.next(LOST)).isEqualTo(Duration.ofSeconds(1));
    }

    /** Always the most or the least that there can be. */
    private record Fixed(boolean isMost) implements RandomGenerator {

        @Override
        public long nextLong() {
            throw new AssertionError("without a bound");
        }

        @Override
        public long nextLong(long bound) {
            return isMost ? bound - 1 : 0;
        }
    }
}
