/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Links are cut, answers read late, and messages sent at a rate, as an SMSC is told. */
@Timeout(60)
class SmscFaultTests {

    private static final MobileMessage HELLO = MobileMessage.of("+46701234567", "50500", "Hello");

    @Test
    void every_so_manieth_answer_is_lost_once() throws Exception {
        SmscSettings settings = SmscSettings.builder()
                .faults(Faults.NONE.withCutEvery(2))
                .window(1)
                .build();
        try (SimulatedSmsc smsc = SimulatedSmsc.start(settings)) {
            List<CompletableFuture<Delivered>> outcomes =
                    IntStream.range(0, 4).mapToObj(_ -> smsc.deliver(HELLO)).toList();
            for (int connection = 0; connection < 3; connection++) {
                try (TestEsme esme = TestEsme.bound(smsc.port())) {
                    esme.acceptAll(outcomes);
                }
            }
            assertThat(outcomes).allMatch(each -> get(each).isAccepted());
            assertThat(outcomes.stream().map(each -> get(each).redelivered())).containsExactly(0, 1, 0, 1);
            assertThat(smsc.statistics()).returns(2L, SmscStatistics::cuts).returns(3L, SmscStatistics::binds);
        }
    }

    @Test
    void an_answer_that_is_lost_alone_leaves_the_link_and_brings_the_message_again() throws Exception {
        SmscSettings settings = SmscSettings.builder()
                .faults(Faults.NONE.withLoseEvery(2))
                .responseTimeout(Duration.ofMillis(200))
                .build();
        try (SimulatedSmsc smsc = SimulatedSmsc.start(settings);
                TestEsme esme = TestEsme.bound(smsc.port())) {
            List<CompletableFuture<Delivered>> outcomes =
                    IntStream.range(0, 4).mapToObj(_ -> smsc.deliver(HELLO)).toList();
            esme.acceptAll(outcomes);
            assertThat(outcomes).allMatch(each -> get(each).isAccepted());
            assertThat(outcomes.stream().map(each -> get(each).redelivered())).containsExactly(0, 1, 0, 1);
            assertThat(smsc.statistics()).returns(0L, SmscStatistics::cuts).returns(1L, SmscStatistics::binds);
        }
    }

    @Test
    void links_flap() throws Exception {
        SmscSettings settings = SmscSettings.builder()
                .faults(Faults.NONE.withFlapEvery(Duration.ofMillis(50)))
                .build();
        try (SimulatedSmsc smsc = SimulatedSmsc.start(settings)) {
            for (int i = 0; i < 3; i++) {
                try (TestEsme esme = TestEsme.bound(smsc.port())) {
                    esme.acceptAll(List.of());
                }
            }
            assertThat(smsc.statistics().cuts()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void answers_are_read_slowly() throws Exception {
        SmscSettings settings = SmscSettings.builder()
                .faults(Faults.NONE.withSlowness(Duration.ofMillis(50)))
                .build();
        try (SimulatedSmsc smsc = SimulatedSmsc.start(settings);
                TestEsme esme = TestEsme.bound(smsc.port())) {
            var outcome = smsc.deliver(HELLO);
            esme.accept();
            assertThat(get(outcome).parts().getFirst().latency()).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        }
    }

    @Test
    void messages_are_spread_over_time() throws Exception {
        try (SimulatedSmsc smsc =
                        SimulatedSmsc.start(SmscSettings.builder().rate(50).build());
                TestEsme esme = TestEsme.bound(smsc.port())) {
            long begun = System.nanoTime();
            List<CompletableFuture<Delivered>> outcomes =
                    IntStream.range(0, 11).mapToObj(_ -> smsc.deliver(HELLO)).toList();
            esme.acceptAll(outcomes);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
        }
    }

    private static Delivered get(CompletableFuture<Delivered> outcome) {
        return outcome.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
