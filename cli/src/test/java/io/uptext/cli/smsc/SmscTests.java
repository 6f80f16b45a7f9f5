/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.cli.Surroundings;
import io.uptext.cli.Uptext;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class SmscTests {

    @Test
    void a_text_is_delivered_and_everything_is_told() throws Exception {
        SmscRun run = SmscRun.of("--text", "smsc", "--from", "+4670", "--to", "99");
        try (Receiver receiver = Receiver.accepting(run.port())) {
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(receiver.deliveries())
                    .singleElement()
                    .satisfies(body -> assertThat(new String(body, ISO_8859_1))
                            .contains("4670\0")
                            .contains("99\0")
                            .endsWith("\u0004smsc"));
            assertThat(run.out()).matches("""
                            An SMSC listens on 127\\.0\\.0\\.1:\\d+ and waits for a bind as uptext\\.
                            Bound: uptext as transceiver, SMPP 3\\.4\\.
                            ESME_ROK, after .* ms
                            """);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, ESME_ROK", "101, 1, ESME_RX_P_APPN", "8, 1, ESME_RSYSERR"})
    void each_part_has_a_line_and_the_exit_code_says_whether_all_were_accepted(int status, int code, String name)
            throws Exception {
        SmscRun run = SmscRun.of("--text", "x".repeat(200), "--concatenation", "sar-tlvs", "--order", "reversed");
        try (Receiver receiver = Receiver.answering(run.port(), status)) {
            assertThat(run.code()).isEqualTo(code);
            assertThat(run.out()).containsPattern("\n" + name + ", after .* ms\n" + name + ", after .* ms\n");
            assertThat(receiver.deliveries()).hasSize(2);
        }
    }

    @Test
    void many_texts_are_summed_up() throws Exception {
        SmscRun run = SmscRun.of("--count", "500", "--window", "20", "--cut-every", "200");
        try (Receiver _ = Receiver.accepting(run.port())) {
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out())
                    .containsPattern("\n500 sent in .* s, .* a second\n  ESME_ROK +500\n")
                    .containsPattern("\n  redelivered +[0-9]+  after an answer that was lost, late or transient\n")
                    .containsPattern("\n  cuts +2\n  p50 .* ms, p99 .* ms\n");
        }
    }

    @Test
    void one_answer_that_is_an_error_is_a_failure() throws Exception {
        SmscRun run = SmscRun.of("--count", "3");
        try (Receiver _ = Receiver.answering(run.port(), 0x65)) {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).containsPattern("\n  ESME_RX_P_APPN +3\n");
        }
    }

    @Test
    void a_wrong_password_is_told_and_not_repeated() throws Exception {
        Surroundings surroundings = new Surroundings(Clock.systemUTC(), Map.of("UPTEXT_SECRET", "rightone"), false);
        SmscRun run = SmscRun.in(surroundings);
        try (Receiver _ = Receiver.knowing(run.port(), "wrongone")) {
            Awaitility.await().until(() -> run.out().contains("Refused: "));
        }
        try (Receiver _ = Receiver.knowing(run.port(), "rightone")) {
            assertThat(run.code()).isZero();
        }
        assertThat(run.out())
                .contains(
                        "Refused: uptext as transceiver, SMPP 3.4, with ESME_RINVPASWD: --secret is another password.")
                .contains("Bound: uptext")
                .doesNotContain("wrongone", "rightone");
    }

    @Test
    void what_is_wrong_on_purpose_must_be_refused_and_the_next_text_delivered() throws Exception {
        SmscRun run = SmscRun.of("--wrong", "unknown-command");
        try (Receiver _ = Receiver.nacking(run.port(), 3)) {
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out())
                    .startsWith("A PDU with an unknown command_id: the right reaction is generic_nack or a closed link,"
                            + " and the next text is delivered.\n")
                    .containsPattern("\nThe reaction was generic_nack with ESME_RINVCMDID\\.\nESME_ROK, after .* ms\n");
        }
    }

    @Test
    void a_closed_link_is_a_right_reaction_where_the_framing_is_lost() throws Exception {
        SmscRun run = SmscRun.of("--wrong", "length-15");
        try (Receiver _ = Receiver.accepting(run.port())) {
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).containsPattern("\nThe reaction was a closed link\\.\n(?s).*ESME_ROK, after");
        }
    }

    @Test
    void a_reaction_that_is_not_right_is_a_failure() throws Exception {
        SmscRun run = SmscRun.of("--wrong", "deliver-before-bind-resp");
        try (Receiver _ = Receiver.accepting(run.port())) {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).contains("The reaction was deliver_sm_resp with ESME_ROK, which is not right.");
        }
    }

    @Test
    void a_port_that_is_taken_is_one_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            SmscRun run = SmscRun.of("--port", String.valueOf(taken.getLocalPort()));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .isEqualTo("Nobody can listen on 127.0.0.1 port %d: it is taken, or no port of this machine."
                                    .formatted(taken.getLocalPort())
                            + " --port says another one.%n".formatted());
        }
    }

    @Test
    void ctrl_c_ends_a_load_with_its_summary() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Uptext.class.getName(),
                        "simulate",
                        "smsc",
                        "--port",
                        "0",
                        "--rate",
                        "50")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = process.inputReader(UTF_8)) {
            Matcher port = Pattern.compile(":([0-9]+) ").matcher(said.readLine());
            assertThat(port.find()).isTrue();
            try (Receiver receiver = Receiver.accepting(Integer.parseInt(port.group(1)))) {
                Awaitility.await().until(() -> receiver.deliveries().size() > 10);
                new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                        .start()
                        .waitFor();
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(said.lines().collect(Collectors.joining("\n")))
                        .matches("(?s)Bound: .*\n[0-9]+ sent in .*\n  ESME_ROK +[0-9]+\n  p50 .*");
                assertThat(process.exitValue()).isEqualTo(130);
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
