/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./uptext simulate smsc}, with a receiver that is not ours. */
@Timeout(60)
class SmscTests {

    private static final String PASSWORD = "hush-hus";

    private final int port = freePort();

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Run smsc(String... more) {
        return Run.of(Stream.concat(
                        Stream.of("smsc", "--port", Integer.toString(port), "--secret", PASSWORD), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void a_text_is_delivered_and_its_answer_shown() {
        try (Esme _ = Esme.at(port, PASSWORD, 0)) {
            Run run = smsc("--text", "hello");

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out())
                    .matches("(?s)Listening on 127\\.0\\.0\\.1:" + port + "\\. Waiting for a bind\\.\n"
                            + "Bound as receiver, SMPP 3\\.4\\.\nESME_ROK, after .* ms\n");
        }
    }

    @Test
    void each_part_of_a_long_text_has_an_answer() {
        try (Esme _ = Esme.at(port, PASSWORD, 0)) {
            Run run = smsc("--text", "x".repeat(400), "--order", "reversed", "--concatenation", "sar-tlvs");

            assertThat(run.code()).isZero();
            assertThat(run.out().lines().filter(line -> line.startsWith("ESME_ROK, after ")))
                    .hasSize(3);
        }
    }

    @Test
    void an_answer_that_is_no_yes_is_a_failure() {
        try (Esme _ = Esme.at(port, PASSWORD, 0x65)) {
            Run run = smsc();

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).contains("ESME_RX_P_APPN, after ");
        }
    }

    @Test
    void a_count_is_summed_up_and_what_was_lost_comes_again() {
        try (Esme _ = Esme.at(port, PASSWORD, 0)) {
            Run run = smsc("--count", "40", "--cut-every", "10");

            assertThat(run.code()).isZero();
            assertThat(run.out())
                    .containsPattern("40 sent in .* a second\n  ESME_ROK +40\n")
                    .containsPattern("  delivered again +[0-9]+\n  links cut +[0-9]+\n  p50 .* ms, p99 .* ms\n");
        }
    }

    @Test
    void a_wrong_pdu_is_sent_before_the_text() {
        try (Esme _ = Esme.at(port, PASSWORD, 0)) {
            Run run = smsc("--wrong", "truncated");

            assertThat(run.code()).isZero();
            assertThat(run.out())
                    .contains("A PDU that ends within its fields: the right reaction is ")
                    .contains("There came generic_nack with ESME_RINVCMDLEN. Then the text:\nESME_ROK, after ");
        }
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_sentence() throws IOException {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Run run = smsc();

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualTo("Nobody can listen on port %d here: it is taken, or --address is none of this machine.%n"
                            .formatted(port));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                        | --secret is missing, and UPTEXT_SECRET is not set.",
                "--secret hush-hush-hush | a password has at most 8 characters in SMPP.",
                "--secret hush --system-id sixteen-letters-o | a system id has at most 15 characters in SMPP.",
                "--secret hush --port 0  | --port is 1 to 65535.",
                "--secret hush --port x  | Invalid value for option '--port': it is a number.",
                "--secret hush --encoding x | Invalid value for option '--encoding': it is one of gsm, gsm-packed, ia5, latin1, octets, ucs2, ucs2-le-bom, flash, gsm-class-1.",
                "--secret hush --encoding ia5 --text \u00fc | The text cannot be sent: the text has characters that ia5 lacks.",
                "--secret hush --from 123456789012345678901 | The text cannot be sent: a field of at most 20 octets is longer.",
                "--secret hush --window 0 | a window is 1 to 10,000.",
                "--secret hush --flap 0s | --cut-every and --flap are above 0.",
                "--secret hush --count 0 | a count is at least 1.",
                "--secrt hush            | There is no option --secrt. Perhaps --secret is meant.",
            })
    void wrong_usage_is_told_in_one_sentence_without_the_secret(String arguments, String sentence) {
        Run run = Run.of(Stream.of(
                        ("smsc " + (arguments == null ? "" : arguments)).strip().split(" +"))
                .toArray(String[]::new));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("%s%n./uptext simulate smsc --help says more.%n".formatted(sentence))
                .doesNotContain("hush");
        assertThat(run.out()).isEmpty();
    }
}
