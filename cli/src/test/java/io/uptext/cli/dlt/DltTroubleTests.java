/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said when something is not there, or not understood. */
class DltTroubleTests {

    private static final String SECRET = "never-to-be-shown";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | One of list, show and replay is missing. | dlt",
                "replay                              | Say which letters: --topic, --partition, --offset, --reason, --limit, or --all. | dlt replay",
                "replay --all --reason x             | --all does not go with --topic, --partition, --offset, --reason or --limit. | dlt replay",
                "show --offset 3                     | --offset goes with one --topic and --partition. | dlt show",
                "show --partition -1                 | --partition and --offset are 0 or more. | dlt show",
                "show --partition x                  | Invalid value for option '--partition': it is a number. | dlt show",
                "show --limit 0                      | --limit is 1 or more. | dlt show",
                "list --limit 1                      | --limit does not go with list. | dlt list",
                "list --config nowhere.properties    | --config cannot be read: it is a properties file for Kafka clients. | dlt list",
                "list --topics x                     | There is no option --topics. Perhaps --topic is meant. | dlt list",
                "list never-to-be-shown              | There is a word too many, or an option is missing before it. | dlt list",
            })
    void wrong_usage_is_told_in_one_sentence(String arguments, String sentence, String command) {
        DltRun run = DltRun.anywhere(arguments.isEmpty() ? new String[0] : arguments.split(" +", -1));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("%s\n./uptext %s --help says more.\n".formatted(sentence, command));
    }

    @Test
    void settings_that_kafka_does_not_understand_are_wrong_usage_and_are_not_repeated() throws IOException {
        Path config = Files.writeString(
                folder.resolve("client.properties"),
                "bootstrap.servers=" + Backends.kafka().bootstrapServers() + "\nsecurity.protocol=" + SECRET + "\n");

        DltRun run = DltRun.anywhere("list", "--config", config.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("security.protocol").doesNotContain(SECRET);
        assertThat(DltRun.anywhere("list", "--bootstrap-servers", "no-port").code())
                .isEqualTo(2);
    }

    @Test
    void the_file_says_where_kafka_is_unless_an_option_does() throws IOException {
        Path config = Files.writeString(
                folder.resolve("client.properties"),
                "bootstrap.servers=" + Backends.kafka().bootstrapServers() + "\n");

        assertThat(DltRun.anywhere("list", "--config", config.toString()).code())
                .isZero();
        Files.writeString(config, "bootstrap.servers=127.0.0.1:" + Ports.free() + "\nsecurity.protocol=PLAINTEXT\n");
        assertThat(DltRun.of("list", "--config", config.toString()).code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAINTEXT", "SSL"})
    void no_broker_is_told_within_its_time(String protocol) throws IOException {
        String place = protocol.equals("SSL") ? Backends.kafka().bootstrapServers() : "127.0.0.1:" + Ports.free();
        Path config = Files.writeString(
                folder.resolve("client.properties"),
                "security.protocol=" + protocol + "\nbootstrap.servers=" + place + "\n");
        long begun = System.nanoTime();

        DltRun run = DltRun.anywhere("list", "--config", config.toString());

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(14));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(place).contains("--config").hasLineCount(1);
    }

    @Test
    void a_topic_or_partition_that_is_not_there_is_told() {
        DltRun run = DltRun.of("show", "--topic", "nobodys");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("There is no topic nobodys-dlt. (Kafka at 127.0.0.1:");
        assertThat(DltRun.of("show", "--partition", "99").err()).startsWith("There is no such partition.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "list", "show", "replay"})
    void the_help_fits_a_screen(String command) {
        DltRun run = command.isEmpty() ? DltRun.anywhere("--help") : DltRun.anywhere(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("./uptext dlt " + (command.isEmpty() ? "list|show|replay" : command));
        assertThat(run.out().lines()).hasSizeLessThan(45).allMatch(line -> line.length() <= 100);
    }
}
