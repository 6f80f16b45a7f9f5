/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SimulatedSmscTests {

    private static final MobileMessage HELLO = MobileMessage.of("+46701234567", "50500", "Hello");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(ints = {CommandStatus.ROK, CommandStatus.RX_P_APPN, CommandStatus.RX_R_APPN, CommandStatus.RSYSERR})
    void a_message_is_delivered_and_its_answer_is_the_outcome(int status) throws Exception {
        try (SimulatedSmsc smsc = smsc();
                TestEsme esme = TestEsme.bound(smsc.port())) {
            var outcome = smsc.deliver(HELLO);
            TestEsme.Pdu pdu = esme.read();
            assertThat(pdu.command()).isEqualTo(5);
            esme.answer(pdu, status);
            Delivered delivered = get(outcome);
            assertThat(delivered.parts()).singleElement().satisfies(part -> {
                assertThat(part.status()).isEqualTo(status);
                assertThat(part.attempts()).isEqualTo(1);
                assertThat(part.latency()).isPositive();
            });
            assertThat(delivered.isAccepted()).isEqualTo(status == 0);
            assertThat(smsc.statistics().answers()).containsOnlyKeys(status);
        }
    }

    @Test
    void a_message_waits_for_a_bind_and_each_of_its_parts_has_an_answer() throws Exception {
        try (SimulatedSmsc smsc = smsc()) {
            var outcome = smsc.deliver(MobileMessage.of("+46701234567", "50500", "x".repeat(400)));
            try (TestEsme esme = TestEsme.bound(smsc.port())) {
                List<TestEsme.Pdu> parts = List.of(esme.read(), esme.read(), esme.read());
                esme.answer(parts.get(2), 0);
                esme.answer(parts.get(0), 0x65);
                assertThat(outcome).isNotDone();
                esme.answer(parts.get(1), 0);
                assertThat(get(outcome).parts().stream().map(DeliveredPart::status))
                        .containsExactly(0x65, 0, 0);
            }
        }
    }

    @Test
    void what_was_not_answered_comes_again_over_the_next_bind_with_the_same_octets() throws Exception {
        try (SimulatedSmsc smsc = smsc()) {
            var outcome = smsc.deliver(MobileMessage.of("+46701234567", "50500", "x".repeat(400)));
            List<TestEsme.Pdu> first;
            try (TestEsme esme = TestEsme.bound(smsc.port())) {
                first = List.of(esme.read(), esme.read(), esme.read());
                esme.answer(first.get(1), 0);
                Awaitility.await().until(() -> smsc.statistics().answered() == 1);
            }
            try (TestEsme esme = TestEsme.bound(smsc.port())) {
                List<TestEsme.Pdu> again = List.of(esme.accept(), esme.accept());
                assertThat(octets(again)).isEqualTo(octets(List.of(first.get(0), first.get(2))));
                assertThat(get(outcome).parts().stream().map(DeliveredPart::attempts))
                        .containsExactly(2, 1, 2);
                assertThat(smsc.statistics().redelivered()).isEqualTo(2);
            }
        }
    }

    @Test
    void a_transient_status_brings_it_again() throws Exception {
        SmscSettings settings =
                SmscSettings.builder().retryAfter(Duration.ofMillis(10)).build();
        try (SimulatedSmsc smsc = SimulatedSmsc.start(settings);
                TestEsme esme = TestEsme.bound(smsc.port())) {
            var outcome = smsc.deliver(HELLO);
            List<TestEsme.Pdu> pdus = new ArrayList<>();
            for (int status : new int[] {0x58, 0x64, 0x14, 0}) {
                TestEsme.Pdu pdu = esme.read();
                esme.answer(pdu, status);
                pdus.add(pdu);
            }
            assertThat(get(outcome).parts().getFirst()).returns(4, DeliveredPart::attempts);
            assertThat(octets(pdus)).allMatch(octets(pdus).getFirst()::equals);
            assertThat(smsc.statistics().answers()).containsOnlyKeys(0, 0x14, 0x58, 0x64);
        }
    }

    @Test
    void closing_cancels_what_waits_to_come_again() throws Exception {
        SimulatedSmsc smsc = SimulatedSmsc.start(
                SmscSettings.builder().retryAfter(Duration.ofHours(1)).build());
        try (TestEsme esme = TestEsme.bound(smsc.port())) {
            var outcome = smsc.deliver(HELLO);
            esme.answer(esme.read(), CommandStatus.RTHROTTLED);
            Awaitility.await().until(() -> smsc.statistics().answered() == 1);
            Thread closing = Thread.startVirtualThread(smsc::close);
            assertThat(esme.accept().command()).isEqualTo(6);
            assertThat(closing.join(PATIENCE)).isTrue();
            assertThat(outcome).isCancelled();
        }
    }

    @Test
    void a_late_answer_brings_it_again_and_does_not_count() throws Exception {
        SmscSettings settings =
                SmscSettings.builder().responseTimeout(Duration.ofMillis(100)).build();
        try (SimulatedSmsc smsc = SimulatedSmsc.start(settings);
                TestEsme esme = TestEsme.bound(smsc.port())) {
            var outcome = smsc.deliver(HELLO);
            TestEsme.Pdu first = esme.read();
            TestEsme.Pdu second = esme.read();
            esme.answer(first, 0x65);
            esme.answer(second, 0);
            assertThat(octets(List.of(second))).isEqualTo(octets(List.of(first)));
            assertThat(get(outcome).parts().getFirst().status()).isNotEqualTo(0x65);
        }
    }

    @Test
    void no_more_than_the_window_is_unanswered() throws Exception {
        try (SimulatedSmsc smsc =
                        SimulatedSmsc.start(SmscSettings.builder().window(3).build());
                TestEsme esme = TestEsme.bound(smsc.port())) {
            List<CompletableFuture<Delivered>> outcomes =
                    IntStream.range(0, 6).mapToObj(_ -> smsc.deliver(HELLO)).toList();
            List<TestEsme.Pdu> pdus = List.of(esme.read(), esme.read(), esme.read());
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            var roundTrip = smsc.session(0).enquireLink();
            assertThat(esme.accept().command()).as("nothing else came before").isEqualTo(0x15);
            assertThat(get(roundTrip)).isPositive();
            for (TestEsme.Pdu pdu : pdus) {
                esme.answer(pdu, 0);
                esme.accept();
            }
            outcomes.forEach(SimulatedSmscTests::get);
        }
    }

    @Test
    void sessions_take_turns() throws Exception {
        try (SimulatedSmsc smsc = smsc();
                TestEsme one = TestEsme.bound(smsc.port());
                TestEsme two = TestEsme.bound(smsc.port())) {
            assertThat(smsc.awaitBinds(2, PATIENCE)).isTrue();
            List<CompletableFuture<Delivered>> outcomes =
                    IntStream.range(0, 6).mapToObj(_ -> smsc.deliver(HELLO)).toList();
            for (int i = 0; i < 3; i++) {
                one.accept();
                two.accept();
            }
            assertThat(outcomes).allMatch(each -> get(each).isAccepted());
        }
    }

    @Test
    void what_came_is_kept_for_looking_at() throws Exception {
        try (SimulatedSmsc smsc = smsc();
                TestEsme esme = TestEsme.bound(smsc.port())) {
            get(smsc.deliver(HELLO), esme);
            assertThat(smsc.session(0).received())
                    .anyMatch(pdu -> pdu.command() == 0x80000005 && pdu.status() == 0 && pdu.body().length == 1);
        }
    }

    @Test
    void octets_are_sent_as_they_are() throws Exception {
        try (SimulatedSmsc smsc = smsc();
                TestEsme esme = TestEsme.bound(smsc.port())) {
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            smsc.session(0).send(new byte[] {1, 2, 3});
            assertThat(esme.readOctets(3)).containsExactly(1, 2, 3);
            smsc.session(0).sendSlowly(Pdus.alertNotification(9, "+46701234567", "uptext"), Duration.ofMillis(1));
            assertThat(esme.read()).returns(0x102, TestEsme.Pdu::command).returns(9, TestEsme.Pdu::sequence);
        }
    }

    @Test
    void a_port_that_is_taken_is_told() {
        try (SimulatedSmsc smsc = smsc()) {
            SmscSettings same = SmscSettings.builder().port(smsc.port()).build();
            assertThatThrownBy(() -> SimulatedSmsc.start(same)).isInstanceOf(UncheckedIOException.class);
        }
    }

    private static SimulatedSmsc smsc() {
        return SimulatedSmsc.start(SmscSettings.builder().build());
    }

    private static Delivered get(CompletableFuture<Delivered> outcome, TestEsme esme) throws Exception {
        esme.accept();
        return get(outcome);
    }

    private static <T> T get(CompletableFuture<T> outcome) {
        return outcome.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Without the sequence numbers. */
    private static List<List<Byte>> octets(List<TestEsme.Pdu> pdus) {
        return pdus.stream()
                .map(pdu -> {
                    byte[] octets = pdu.octets().clone();
                    Arrays.fill(octets, 12, 16, (byte) 0);
                    return IntStream.range(0, octets.length)
                            .mapToObj(i -> octets[i])
                            .toList();
                })
                .toList();
    }
}
