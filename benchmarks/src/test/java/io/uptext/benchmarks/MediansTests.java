/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.uptext.benchmarks.load.Answered;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** One disturbed round moves no median. */
class MediansTests {

    @Test
    void theMedianIsTheOneInTheMiddle() {
        assertThat(Medians.median(new double[] {9000, 20, 8000})).isEqualTo(8000);
        assertThat(Medians.median(new double[] {5})).isEqualTo(5);
    }

    @Test
    void betweenTwoItIsTheirMean() {
        assertThat(Medians.median(new double[] {4, 1, 3, 100})).isEqualTo(3.5);
    }

    @Test
    void whatIsFasterInOneRoundIsComparedWithThatRound() {
        Medians<Round> fast = new Medians<>(List.of(round(1000), round(4000), round(900)));
        Medians<Round> slow = new Medians<>(List.of(round(2000), round(8000), round(9000)));

        assertThat(fast.beside(slow, Round::rate)).isCloseTo(0.5, within(1e-9));
    }

    private static Round round(int requestsInASecond) {
        Answered answered =
                new Answered(requestsInASecond, Duration.ofSeconds(1).toNanos(), new Histogram(3));
        return new Round(answered, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
    }
}
