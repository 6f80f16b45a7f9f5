/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTests {

    @ParameterizedTest
    @ValueSource(doubles = {1, 50, 90, 99, 99.9, 100})
    void a_percentile_is_that_of_the_sorted_values_to_a_64th(double percent) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Latencies latencies = new Latencies();
        List<Long> sorted = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            long micros = (long) Math.exp(random.nextDouble() * 30);
            latencies.add(Duration.ofNanos(micros * 1000));
            sorted.add(micros);
        }
        Collections.sort(sorted);
        double exact = sorted.get((int) Math.ceil(sorted.size() * percent / 100) - 1);

        double found = latencies.percentile(percent).toNanos() / 1e3;

        assertThat(found).as("seed %d", seed).isGreaterThanOrEqualTo(exact).isCloseTo(exact, within(exact / 64));
    }

    @Test
    void small_values_are_exact() {
        Latencies latencies = new Latencies();
        for (int micros = 1; micros <= 100; micros++) {
            latencies.add(Duration.ofNanos(micros * 1000L));
        }
        assertThat(latencies.percentile(50)).isEqualTo(Duration.ofNanos(50_000));
        assertThat(latencies.percentile(99)).isEqualTo(Duration.ofNanos(99_000));
    }

    @Test
    void of_nothing_every_percentile_is_zero() {
        assertThat(new Latencies().percentile(99)).isZero();
    }

    @Test
    void an_answer_after_ten_years_has_a_bucket() {
        Latencies latencies = new Latencies();
        latencies.add(Load.FOREVER);
        assertThat(latencies.percentile(50))
                .isGreaterThanOrEqualTo(Load.FOREVER)
                .isLessThan(Load.FOREVER.multipliedBy(2));
    }
}
