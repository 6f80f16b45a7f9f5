/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.uptext.benchmarks.WatchRouting.Broadcast;
import io.uptext.benchmarks.WatchRouting.Micros;
import io.uptext.benchmarks.WatchRouting.Prototype;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was measured of some instances comes to what many would cost. */
class RoutingCostsTests {

    private static final double EXACTLY = 1e-9;

    private final RoutingCosts costs = new RoutingCosts(
            new Medians<>(List.of(new Broadcast(new Micros(6, 2, 0, 0), new Micros(13, 1, 0, 0)))),
            new Medians<>(List.of(new Broadcast(new Micros(16, 3, 0, 0), new Micros(19, 2, 0, 0)))),
            2,
            new Medians<>(
                    List.of(new Prototype(new Micros(10, 2, 4, 0), new Micros(8, 0, 6, 0), new Micros(12, 2, 5, 0)))),
            200,
            300,
            600,
            500);

    @Test
    void oneMoreInstanceReadsBothRecordsAndWhatAllShareIsNotItsCost() {
        assertThat(costs.instanceMicros()).isEqualTo(8);
    }

    @Test
    void oneMoreReaderCostsKafkaWhatAllReadersCostItMore() {
        assertThat(costs.brokerMicros()).isEqualTo(1);
    }

    @Test
    void aRoutedSignInIsReadOnceAndPassesRedis() {
        assertThat(costs.routedMicros()).isEqualTo(30);
        assertThat(costs.redisMicros()).isEqualTo(15);
    }

    @Test
    void fromSoManyInstancesOnAllOfThemTogetherTakeMore() {
        assertThat(costs.evenAt()).isCloseTo(46.0 / 9, within(EXACTLY));
    }

    @Test
    void theTableHasTheArithmetic() {
        StringWriter out = new StringWriter();

        new RoutingTable(new WatchReport(new PrintWriter(out)), costs).print();

        assertThat(out.toString())
                .contains("10,000/s x 8.0 µs = 0.08 processors of each; x 20 = 1.6, and Kafka 0.20")
                .contains("20 x 10,000/s x 1100 B = 220 MB/s from Kafka")
                .contains("10,000/s x 780 s x 200 B = 1.6 GB of heap in each")
                .contains("10,000/s x 46.0 µs = 0.46 processors in all, of which Redis 0.15")
                .contains("at 5.1 instances, at any rate")
                .contains("at 62,500 sign-ins a second, however many instances")
                .contains("at 12,821 sign-ins a second")
                .contains("at 125,000 sign-ins a second");
    }
}
