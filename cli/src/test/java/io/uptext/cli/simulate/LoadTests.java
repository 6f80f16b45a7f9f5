/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.cli.Surroundings;
import io.uptext.cli.Uptext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LoadTests {

    @Test
    void a_count_is_summed_up_and_each_message_has_an_id_of_its_own() {
        try (Door door = new Door(200, "")) {
            Run run = Run.of("twilio", "--url", door.url(), "--secret", Run.SECRET, "--count", "40");
            assertThat(run.code()).isZero();
            assertThat(run.out()).matches("(?s)40 sent in .* a second\n  200 +40\n  p50 .* ms, p99 .* ms\n");
            assertThat(door.deliveries().stream().map(each -> each.parameter("MessageSid")))
                    .hasSize(40)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_message_with_an_id_is_delivered_again_and_again() {
        try (Door door = new Door(200, "")) {
            Run run = Run.of("twilio", "--url", door.url(), "--secret", "s", "--count", "5", "--id", "SM1");
            assertThat(run.code()).isZero();
            assertThat(door.deliveries())
                    .hasSize(5)
                    .allMatch(each -> each.parameter("MessageSid").equals("SM1"));
        }
    }

    @Test
    void one_answer_that_is_not_2xx_is_a_failure_unless_401_is_what_is_wanted() {
        try (Door door = new Door(401, "")) {
            Run right = Run.of("twilio", "--url", door.url(), "--secret", "s", "--count", "5");
            assertThat(right.code()).isEqualTo(1);
            assertThat(right.out()).contains("\n  401                 5\n");
            Run wrong = Run.of("twilio", "--url", door.url(), "--secret", "s", "--count", "5", "--wrong", "unproven");
            assertThat(wrong.code()).isZero();
        }
    }

    @Test
    void a_person_at_a_terminal_sees_each_second_how_it_goes() {
        try (Door door = new Door(200, "")) {
            String[] load = {"twilio", "--url", door.url(), "--secret", "s", "--rate", "20", "--for", "1500ms"};
            Run watched = Run.in(new Surroundings(Clock.systemUTC(), Map.of(), true), load);
            assertThat(watched.err()).matches("(?s)\r\033\\[K1\\.\\d s  \\d+ sent, \\d+ answered, .*");
            assertThat(watched.out()).contains(" sent in 1.");
            assertThat(Run.of(load).err()).isEmpty();
        }
    }

    @Test
    void ctrl_c_ends_a_load_with_its_summary() throws Exception {
        try (Door door = new Door(200, "")) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Uptext.class.getName(),
                            "simulate",
                            "twilio",
                            "--url",
                            door.url(),
                            "--secret",
                            Run.SECRET,
                            "--rate",
                            "50")
                    .redirectErrorStream(true)
                    .start();
            try {
                Awaitility.await().until(() -> door.deliveries().size() > 10);
                new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                        .start()
                        .waitFor();
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
                String said = new String(process.getInputStream().readAllBytes(), UTF_8);
                assertThat(said).matches("(?s)\\d+ sent in .*\n  200 +\\d+\n  p50 .*\n");
                assertThat(process.exitValue()).isEqualTo(130);
            } finally {
                process.destroyForcibly();
            }
        }
    }
}
