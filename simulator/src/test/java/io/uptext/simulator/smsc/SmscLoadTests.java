/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.simulator.traffic.Load;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SmscLoadTests {

    private static final MobileMessage HELLO = MobileMessage.of("+46701234567", "50500", "Hello");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void a_count_is_delivered_exactly_and_the_link_is_seen_to_be_alive() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
                FastEsme _ = FastEsme.bound(smsc.port())) {
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            SmscLoadResults results =
                    smsc.load(() -> HELLO, Load.of(20_000, 1000)).run();

            assertThat(results.answers()).isEqualTo(Map.of(0, 20_000L));
            assertThat(results.isAccepted()).isTrue();
            assertThat(results.perSecond()).isPositive();
            assertThat(results.p50()).isPositive().isLessThanOrEqualTo(results.p99());
            assertThat(results.enquiries()).isPositive();
            assertThat(results.enquireP50()).isPositive().isLessThanOrEqualTo(results.enquireMax());
            assertThat(smsc.statistics().delivered()).isEqualTo(20_000);
        }
    }

    @Test
    void a_rate_and_a_time_are_kept_to() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
                FastEsme _ = FastEsme.bound(smsc.port())) {
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            Load load = new Load(Load.ENDLESS, 100, Duration.ofMillis(300), 100);
            SmscLoadResults results = smsc.load(() -> HELLO, load).run();
            assertThat(results.messages()).isBetween(1L, 30L);
            assertThat(results.isAccepted()).isTrue();
        }
    }

    @Test
    void a_load_survives_cuts_and_loses_nothing() throws Exception {
        SmscSettings settings =
                SmscSettings.builder().faults(Faults.NONE.withCutEvery(400)).build();
        try (SimulatedSmsc smsc = SimulatedSmsc.start(settings);
                FastEsme _ = FastEsme.rebinding(smsc.port())) {
            SmscLoadResults results = smsc.load(() -> HELLO, Load.of(2000, 50)).run();
            assertThat(results.answers()).isEqualTo(Map.of(0, 2000L));
            assertThat(results.redelivered()).isGreaterThanOrEqualTo(4);
            assertThat(smsc.statistics().cuts()).isBetween(1L, 5L);
        }
    }

    @Test
    void a_stopped_load_tells_what_it_has_and_what_is_still_unanswered() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
                TestEsme esme = TestEsme.bound(smsc.port())) {
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            SmscLoad load = smsc.load(() -> HELLO, Load.of(100, 2));
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> {
                Awaitility.await().until(() -> load.soFar().sent() == 2);
                load.stop();
            });
            SmscLoadResults results = load.run();
            stopping.join();
            assertThat(results.unanswered()).isEqualTo(2);
            assertThat(results.isAccepted()).isFalse();
            assertThat(esme.read().command()).isIn(5, 0x15);
        }
    }
}
