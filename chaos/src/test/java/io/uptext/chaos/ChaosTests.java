/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What stands on the command line is played or explained. */
class ChaosTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutANameThereIsHelp() {
        assertThat(run()).isZero();

        assertThat(out.toString())
                .contains("flushall", "redis-kill", "broker-kill", "kill-verifiers", "watchers", "webhooks", "all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flushall", "redis-kill", "broker-kill", "kill-verifiers", "watchers", "webhooks", "all"})
    void everyScenarioSaysWhatItTakes(String name) {
        assertThat(run(name, "--help")).isZero();

        assertThat(out.toString()).contains("--seed", "--verifiers");
    }

    @Test
    void anUnknownNameIsExplainedWithTheKnownOnes() {
        assertThat(run("flood")).isEqualTo(2);

        assertThat(err.toString()).contains("flood", "flushall", "kill-verifiers");
    }

    @ParameterizedTest
    @CsvSource({
        "flushall,--sign-ins,0",
        "flushall,--rate,0",
        "redis-kill,--verifiers,0",
        "broker-kill,--seed,x",
        "kill-verifiers,--kills,0",
        "kill-verifiers,--rate,-1",
        "watchers,--watchers,0",
        "watchers,--sign-ins,0",
        "webhooks,--sign-ins,0"
    })
    void whatCannotBePlayedIsNoRun(String name, String option, String value) {
        assertThat(run(name, option, value)).isEqualTo(2);
    }

    /** It explains them, and refuses others, before anything is built. */
    @Test
    void theLauncherListsThese() throws IOException {
        Process launcher = new ProcessBuilder("../uptext", "chaos", "--help").start();
        String said = new String(launcher.getInputStream().readAllBytes(), UTF_8);

        assertThat(Pattern.compile("(?m)^  ([a-z-]+)  ").matcher(said).results().map(name -> name.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Chaos.commandLine().getSubcommands().keySet());
    }

    private int run(String... arguments) {
        CommandLine commandLine = Chaos.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
