/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class WrongPduTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HexFormat HEX = HexFormat.of();
    private static final MobileMessage MESSAGE = MobileMessage.of("+46701", "505", "Hi");
    private static final String ADDRESSES = "00" + "0101" + "343637303100" + "0001" + "35303500";
    private static final String FIELDS = "000000" + "0000" + "0000" + "0000";
    private static final String BODY = ADDRESSES + FIELDS + "02" + "4869";

    @ParameterizedTest
    @CsvSource({
        "LENGTH_0,                 00000000 00000005 00000000 00000007 BODY",
        "LENGTH_3,                 00000003 00000005 00000000 00000007 BODY",
        "LENGTH_15,                0000000f 00000005 00000000 00000007 BODY",
        "LENGTH_2_31,              80000000 00000005 00000000 00000007 BODY",
        "UNKNOWN_COMMAND,          0000002b 00000999 00000000 00000007 BODY",
        "TRUNCATED,                00000016 00000005 00000000 00000007 000101343637",
        "SEQUENCE_0,               0000002b 00000005 00000000 00000000 BODY",
        "TLV_OVERRUN,              00000031 00000005 00000000 00000007 BODY 1400 0100 7879",
        "SM_LENGTH_OVERRUN,        0000002b 00000005 00000000 00000007 ADDRESSES FIELDS ff 4869",
        "MISSING_NUL,              0000003b 00000005 00000000 00000007 000101 DIGITS",
        "DELIVER_BEFORE_BIND_RESP, 0000002b 00000005 00000000 00000007 BODY",
        "BYTE_BY_BYTE,             0000002b 00000005 00000000 00000007 BODY",
        "RESPONSE_WITHOUT_REQUEST, 00000010 80000015 00000000 00000007",
    })
    void each_kind_is_wrong_in_its_own_way_and_right_otherwise(WrongPdu wrong, String octets) {
        byte[] right = MESSAGE.pdus(0).getFirst();
        String expected = octets.replace("BODY", BODY)
                .replace("ADDRESSES", ADDRESSES)
                .replace("FIELDS", FIELDS)
                .replace("DIGITS", "37".repeat(40))
                .replace(" ", "");

        assertThat(HEX.formatHex(wrong.octets(right, 7))).isEqualTo(expected);
        assertThat(right).isEqualTo(MESSAGE.pdus(0).getFirst());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"DELIVER_BEFORE_BIND_RESP"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_receiver_that_hangs_up_is_seen(WrongPdu wrong) throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build())) {
            CompletableFuture<Reaction> reaction;
            try (TestEsme esme = TestEsme.bound(smsc.port())) {
                assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
                reaction = smsc.provoke(wrong, MESSAGE);
                byte[] octets = wrong.octets(MESSAGE.pdus(0).getFirst(), wrong == WrongPdu.SEQUENCE_0 ? 0 : 1);
                assertThat(esme.readOctets(octets.length)).isEqualTo(octets);
            }
            Reaction seen = reaction.get(10, TimeUnit.SECONDS);
            assertThat(seen.kind()).isEqualTo(Reaction.Kind.CLOSED);
            assertThat(wrong.isRight(seen)).isEqualTo(wrong.rightReaction().contains("closed link"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_COMMAND,   0x80000000, 3, NACK,     true",
        "TLV_OVERRUN,       0x80000005, 0, ACCEPTED, true",
        "SM_LENGTH_OVERRUN, 0x80000005, 1, REFUSED,  true",
        "SEQUENCE_0,        0x80000005, 0, ACCEPTED, true",
        "SEQUENCE_0,        0x80000005, 8, REFUSED,  false",
        "BYTE_BY_BYTE,      0x80000005, 0, ACCEPTED, true",
    })
    void an_answer_is_seen(WrongPdu wrong, long command, int status, Reaction.Kind kind, boolean isRight)
            throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
                TestEsme esme = TestEsme.bound(smsc.port())) {
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            var reaction = smsc.provoke(wrong, MESSAGE);
            TestEsme.Pdu pdu = esme.read();
            esme.write(TestEsme.pdu((int) command, status, pdu.sequence(), new byte[0]));
            Reaction seen = reaction.get(10, TimeUnit.SECONDS);
            assertThat(seen).isEqualTo(new Reaction(kind, status));
            assertThat(wrong.isRight(seen)).isEqualTo(isRight);
        }
    }

    @Test
    void whoever_ignores_an_answer_to_nothing_is_right() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
                TestEsme esme = TestEsme.bound(smsc.port())) {
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            var reaction = smsc.provoke(WrongPdu.RESPONSE_WITHOUT_REQUEST, MESSAGE);
            assertThat(esme.read().command()).isEqualTo(0x80000015);
            assertThat(esme.accept().command()).isEqualTo(0x15);
            assertThat(WrongPdu.RESPONSE_WITHOUT_REQUEST.isRight(reaction.get(10, TimeUnit.SECONDS)))
                    .isTrue();
        }
    }

    @Test
    void a_message_can_come_before_the_answer_to_the_bind() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder().build());
                TestEsme esme = TestEsme.connect(smsc.port())) {
            var reaction = smsc.provoke(WrongPdu.DELIVER_BEFORE_BIND_RESP, MESSAGE);
            TestEsme.Pdu early = esme.bind(1, "uptext", "secret", 0x34);
            assertThat(early.command()).isEqualTo(5);
            assertThat(esme.read().command()).isEqualTo(0x80000001);
            esme.answer(early, CommandStatus.RINVBNDSTS);
            Reaction seen = reaction.get(10, TimeUnit.SECONDS);
            assertThat(WrongPdu.DELIVER_BEFORE_BIND_RESP.isRight(seen)).isTrue();
            assertThat(seen.description()).isEqualTo("deliver_sm_resp with ESME_RINVBNDSTS");
        }
    }

    @Test
    void something_wrong_can_come_before_every_so_manieth_message() throws Exception {
        SmscSettings settings = SmscSettings.builder()
                .faults(Faults.NONE.withWrong(WrongPdu.UNKNOWN_COMMAND, 2))
                .build();
        try (SimulatedSmsc smsc = SimulatedSmsc.start(settings);
                TestEsme esme = TestEsme.bound(smsc.port())) {
            for (int i = 0; i < 4; i++) {
                var _ = smsc.deliver(MESSAGE);
            }
            for (int command : new int[] {5, 0x999, 5, 5, 0x999, 5}) {
                assertThat(esme.read().command()).isEqualTo(command);
            }
        }
    }
}
