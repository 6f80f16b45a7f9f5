/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page that has lost its connection comes back as the element does. */
class PausesTests {

    private final Pauses pauses = new Pauses(new Random(1));

    @Test
    void theServerSaysHowLongAndPagesDoNotComeAllAtOnce() {
        pauses.wish(Duration.ofSeconds(4));

        List<Duration> drawn = IntStream.range(0, 100)
                .mapToObj(_ -> {
                    pauses.heard();
                    return pauses.next(Duration.ZERO);
                })
                .toList();

        assertThat(drawn)
                .allMatch(pause -> pause.compareTo(Duration.ofMillis(2_800)) >= 0)
                .allMatch(pause -> pause.compareTo(Duration.ofMillis(5_200)) <= 0);
        assertThat(Set.copyOf(drawn)).hasSizeGreaterThan(80);
    }

    @Test
    void whoIsToldToStayAwayDoesAndSomewhatLonger() {
        assertThat(IntStream.range(0, 100).mapToObj(_ -> pauses.next(Duration.ofSeconds(30))))
                .allMatch(pause -> pause.compareTo(Duration.ofSeconds(30)) >= 0)
                .allMatch(pause -> pause.compareTo(Duration.ofSeconds(45)) <= 0);
    }

    @Test
    void pausesGrowUpToAnEnd() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(_ -> pauses.next(Duration.ZERO))
                        .skip(4))
                .containsOnly(Duration.ofSeconds(15));
    }
}
