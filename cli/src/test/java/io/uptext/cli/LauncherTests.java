/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A copy of ./uptext in a folder in which nothing can be built, with a JDK that only says that it is one. */
@EnabledOnOs(OS.LINUX)
class LauncherTests {

    private static final Path LAUNCHER = Path.of("..", "uptext");
    private static final String NEEDS_QUICKSTART = "The site needs a running quickstart";

    @TempDir
    private Path home;

    @BeforeEach
    void copyLauncher() throws IOException {
        script("uptext", Files.readString(LAUNCHER));
        script("jdk/bin/javac", "#!/bin/sh\necho javac 25");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site --help         | 0 | ./uptext site KIND",
                "site servlet --help | 0 | ./uptext site KIND",
                "site nope           | 2 | ./uptext site takes servlet or webflux.",
                "bench --help        | 0 | ./uptext bench NAME",
                "bench               | 0 | ./uptext bench NAME",
                "bench nope          | 2 | There is no ./uptext bench nope.",
                "bench n.*e          | 2 | There is no ./uptext bench n.*e.",
                "bench --rounds      | 2 | There is no ./uptext bench --rounds.",
                "chaos --help        | 0 | ./uptext chaos NAME",
                "chaos nope          | 2 | There is no ./uptext chaos nope.",
                "nope                | 2 | There is no command 'nope'.",
            })
    void what_needs_no_build_is_answered_without_one(String arguments, int code, String said) throws Exception {
        Process launcher = launcher(arguments.split(" ")).start();

        assertThat(said(launcher)).contains(said).doesNotContain("Building");
        assertThat(launcher.waitFor()).isEqualTo(code);
    }

    @Test
    void what_there_is_is_built() throws Exception {
        for (String command : List.of("bench join --help", "chaos all")) {
            assertThat(said(launcher(command.split(" ")).start())).contains("Building");
        }
    }

    @Test
    void a_site_wants_a_quickstart_that_lives() throws Exception {
        assertThat(said(launcher("site", "servlet").start())).contains(NEEDS_QUICKSTART);

        Process other = new ProcessBuilder("sh", "-c", "read nothing").start();
        Path json = Files.createDirectories(home.resolve("quickstart/target")).resolve("quickstart.json");
        Files.writeString(json, "{\n  \"pid\" : " + other.pid() + ",\n  \"acme\" : \"http://127.0.0.1:1\"\n}\n");
        assertThat(said(launcher("site", "servlet").start()))
                .contains("Building")
                .doesNotContain(NEEDS_QUICKSTART);

        other.getOutputStream().close();
        other.waitFor();
        Process launcher = launcher("site", "servlet").start();
        assertThat(said(launcher)).contains(NEEDS_QUICKSTART).doesNotContain("Building");
        assertThat(launcher.waitFor()).isEqualTo(1);
    }

    /** A shell of a script lets what it starts so ignore interrupts, and a program cannot heed what it began with ignoring. */
    @Test
    void an_interrupt_ends_a_quickstart_that_a_script_has_started_in_the_background() throws Exception {
        script("jdk/bin/java", "#!/bin/sh\ntrap 'exit 7' INT\necho ready\nread nothing <&3\n");
        Files.createDirectories(home.resolve("quickstart/target"));
        Files.createFile(home.resolve("pom.xml"));
        Files.createFile(home.resolve("quickstart/target/quickstart.built"));
        Process script = command("sh", "-c", "exec 3<&0; ./uptext quickstart & echo $!; wait $!; echo ended with $?")
                .start();
        var lines = script.inputReader(UTF_8);
        try {
            long pid = Stream.generate(() -> line(lines))
                    .filter(line -> line.matches("[0-9]+"))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
            assertThat(Stream.generate(() -> line(lines)).anyMatch("ready"::equals))
                    .isTrue();

            assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(pid))
                            .start()
                            .waitFor())
                    .isZero();

            assertThat(script.waitFor(20, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(lines.lines()).contains("ended with 7");
        } finally {
            script.getOutputStream().close();
            script.waitFor();
        }
    }

    private static String line(BufferedReader lines) {
        try {
            return Objects.requireNonNull(lines.readLine(), "it has ended too soon");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder launcher(String... arguments) {
        return command(
                Stream.concat(Stream.of("./uptext"), Stream.of(arguments)).toArray(String[]::new));
    }

    private ProcessBuilder command(String... command) {
        ProcessBuilder process =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        process.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        return process;
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    private void script(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
