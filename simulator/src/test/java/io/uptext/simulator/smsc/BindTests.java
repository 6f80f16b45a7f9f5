/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BindTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource({"1, 52", "9, 52", "1, 80", "9, 80"})
    void receivers_and_transceivers_of_both_versions_are_bound(int command, int version) throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
                TestEsme esme = TestEsme.connect(smsc.port())) {
            TestEsme.Pdu answer = esme.bind(command, "uptext", "secret", version);

            assertThat(answer.command()).isEqualTo(0x80000000 | command);
            assertThat(answer.status()).isZero();
            assertThat(answer.sequence()).isEqualTo(1);
            assertThat(answer.body()).isEqualTo("uptext\0\u0002\u0010\0\u0001P".getBytes(ISO_8859_1));
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            assertThat(smsc.session(0).boundAs()).isEqualTo(command);
            assertThat(smsc.session(0).interfaceVersion()).isEqualTo(version);
            assertThat(smsc.session(0).systemId()).isEqualTo("uptext");
            assertThat(smsc.session(0).request().addressRange()).isEqualTo("505");
        }
    }

    @Test
    void an_older_esme_is_told_no_version() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
                TestEsme esme = TestEsme.connect(smsc.port())) {
            assertThat(esme.bind(1, "uptext", "secret", 0x33).body()).isEqualTo("uptext\0".getBytes(ISO_8859_1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, uptext, wrong,  52, 14",
        "1, other,  secret, 52, 15",
        "2, uptext, secret, 52, 13",
        "1, uptext, secret, 96, 13",
        "1, uptext, longer-than-8, 52, 14",
    })
    void a_wrong_bind_is_refused_and_another_one_may_follow(
            int command, String systemId, String password, int version, int status) throws Exception {
        List<Integer> refusals = new CopyOnWriteArrayList<>();
        SmscListener listener = new SmscListener() {
            @Override
            public void refused(BindRequest request, int refusal) {
                refusals.add(refusal);
                assertThat(request.toString()).doesNotContain(request.password());
            }
        };
        try (SimulatedSmsc smsc = SimulatedSmsc.start(
                        SmscSettings.builder().listener(listener).build());
                TestEsme esme = TestEsme.connect(smsc.port())) {
            TestEsme.Pdu answer = esme.bind(command, systemId, password, version);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).isEmpty();
            assertThat(smsc.binds()).isZero();

            assertThat(esme.bind(9, "uptext", "secret", 0x34).status()).isZero();
            assertThat(refusals).containsExactly(status);
            assertThat(smsc.statistics().bindsRefused()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x05, 0x08, 0x0D, 0x0E, 0x0F})
    void right_binds_can_be_refused_for_a_while(int status) throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(
                        SmscSettings.builder().bindStatus(status).build());
                TestEsme esme = TestEsme.connect(smsc.port())) {
            assertThat(esme.bind(1, "uptext", "secret", 0x34).status()).isEqualTo(status);
            smsc.answerBindsWith(CommandStatus.ROK);
            assertThat(esme.bind(1, "uptext", "secret", 0x34).status()).isZero();
            assertThat(esme.bind(1, "uptext", "secret", 0x34).status()).isEqualTo(CommandStatus.RALYBND);
        }
    }

    @Test
    void an_esme_may_ask_and_unbind_and_gets_a_nack_for_what_is_unknown() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
                TestEsme esme = TestEsme.bound(smsc.port())) {
            esme.write(TestEsme.pdu(0x15, 0, 7, new byte[0]));
            assertThat(esme.read()).returns(0x80000015, TestEsme.Pdu::command).returns(7, TestEsme.Pdu::sequence);
            esme.write(TestEsme.pdu(0x999, 0, 8, new byte[0]));
            assertThat(esme.read())
                    .returns(0x80000000, TestEsme.Pdu::command)
                    .returns(3, TestEsme.Pdu::status)
                    .returns(8, TestEsme.Pdu::sequence);
            esme.write(TestEsme.pdu(0x6, 0, 9, new byte[0]));
            assertThat(esme.read()).returns(0x80000006, TestEsme.Pdu::command).returns(9, TestEsme.Pdu::sequence);
            assertThat(smsc.binds()).isZero();
        }
    }

    @Test
    void a_length_that_cannot_be_gets_a_nack_and_ends_the_link() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
                TestEsme esme = TestEsme.bound(smsc.port())) {
            esme.write(new byte[16]);
            assertThat(esme.read()).returns(0x80000000, TestEsme.Pdu::command).returns(2, TestEsme.Pdu::status);
            assertThatThrownBy(esme::read).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void an_smsc_asks_whether_anybody_is_there_and_hangs_up_on_nobody() throws Exception {
        SmscSettings settings = SmscSettings.builder()
                .enquireLinkEvery(Duration.ofMillis(50))
                .responseTimeout(Duration.ofMillis(500))
                .build();
        try (SimulatedSmsc smsc = SimulatedSmsc.start(settings);
                TestEsme esme = TestEsme.bound(smsc.port())) {
            for (int i = 0; i < 3; i++) {
                assertThat(esme.accept().command()).isEqualTo(0x15);
            }
            assertThatThrownBy(() -> {
                        while (true) {
                            esme.read();
                        }
                    })
                    .isInstanceOf(EOFException.class);
        }
    }

    @Test
    void closing_unbinds_and_waits_for_the_answer() throws Exception {
        SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
        try (TestEsme esme = TestEsme.bound(smsc.port())) {
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            var undelivered = smsc.deliver(MobileMessage.of("+46701234567", "50500", "x"));
            assertThat(esme.read().command()).isEqualTo(5);
            Thread closing = Thread.startVirtualThread(smsc::close);
            assertThat(esme.accept().command()).isEqualTo(6);
            assertThatThrownBy(esme::read).isInstanceOf(EOFException.class);
            assertThat(closing.join(PATIENCE)).isTrue();
            assertThat(undelivered).isCancelled();
            assertThat(smsc.deliver(MobileMessage.of("+46701234567", "50500", "x")))
                    .isCancelled();
        }
    }

    @Test
    void enquire_link_tells_how_long_the_answer_took() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
                TestEsme esme = TestEsme.bound(smsc.port())) {
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            SmscSession session = smsc.session(0);
            var roundTrip = session.enquireLink();
            assertThat(esme.accept().command()).isEqualTo(0x15);
            assertThat(roundTrip.get(10, TimeUnit.SECONDS)).isPositive();

            var lost = session.enquireLink();
            session.cut();
            assertThatThrownBy(() -> lost.get(10, TimeUnit.SECONDS)).hasMessageContaining("has ended");
        }
    }
}
