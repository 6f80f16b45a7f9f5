/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What stands on the command line is done, on real processes, or explained. */
class BenchmarksTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSmallRunOfTheDoorsPrintsEveryContenderAndTheRatios() {
        assertThat(run("doors", "--rounds", "1", "--warm-up", "0", "--requests", "300", "--connections", "8"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("round 1")
                .contains("bare WebFlux", "bare Netty", "Twilio door")
                .containsPattern("Beside bare WebFlux: \\d+\\.\\d\\d of the rate")
                .containsPattern("Beside bare Netty: \\d+\\.\\d\\d of the rate");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSmallRunOfSmppPrintsBothWaysAtEachPaceAndTheGoals() {
        assertThat(run(
                        "smpp",
                        "--rounds",
                        "1",
                        "--warm-up",
                        "0",
                        "--messages",
                        "300",
                        "--window",
                        "20",
                        "--paced",
                        "200",
                        "--seconds",
                        "1"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("round 1")
                .contains("SMPP", "raw producer")
                .containsPattern("SMPP beside the raw producer, full load: \\d+\\.\\d\\d of the rate")
                .containsPattern("SMPP beside the raw producer, 200/s: p50 \\d+\\.\\d\\d times")
                .containsPattern("over one bind: \\d+/s \\(goal 10,000: ")
                .containsPattern("enquire_link at full load: \\d+ answered");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSmallRunOfTheJoinPrintsItsGoals() {
        assertThat(run(
                        "join",
                        // What is outstanding takes two brokers and two verifiers more.
                        "--only",
                        "throughput,latency,memory",
                        "--rounds",
                        "1",
                        "--warm-up",
                        "0",
                        "--records",
                        "300",
                        "--outstanding",
                        "2000",
                        "--paced",
                        "200",
                        "--seconds",
                        "1"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("round 1", "verifier", "safe copy loop", "Streams, exactly once", "two hops")
                .containsPattern("P1 joins/s, to Kafka Streams exactly once +\\d+\\.\\d\\d  \\(goal")
                .containsPattern("P2 joins/s, to texts/s of the safe copy loop +\\d+\\.\\d\\d  \\(goal")
                .containsPattern("p99 at 200/s, to two hops +\\d+\\.\\d\\d")
                .containsPattern("P6 bytes of Redis per outstanding challenge +\\d+\\.\\d\\d  \\(goal");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSmallRunOfCreationPrintsBothContendersAndTheRatio() {
        assertThat(run("create", "--rounds", "1", "--warm-up", "0", "--requests", "300", "--connections", "8"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("round 1", "bare WebFlux", "challenge-service")
                .containsPattern("Beside bare WebFlux: \\d+\\.\\d\\d of the rate");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSmallRunOfEnumerationPrintsItsSeedAndComparesEachWithEach() {
        assertThat(run("enumeration", "--samples", "20", "--warm-up", "10", "--seed", "7"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("seed 7", "20 numbers are locked", "alike in all answers", "still confirms nothing")
                .containsPattern("known beside unknown: D \\d\\.\\d{4}, p \\d\\.\\d{3}")
                .containsPattern("locked beside unknown: D ")
                .containsPattern("known beside locked: D ");
    }

    /** Every part, with so few that the figures say nothing. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aSmallRunOfWaitingBrowsersPrintsItsGoals() {
        assertThat(run("watch", "--only=p13", "--rounds=1", "--warm-up=1", "--watchers=60", "--each=40", "--calm=0"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("notifier-service", "bare reactor-netty")
                .containsPattern("P13 rate of events from Kafka's commit, to reactor-netty +\\d+\\.\\d\\d  \\(goal");
    }

    @ParameterizedTest
    @CsvSource({"--watchers,0", "--rounds,0", "--calm,-1", "--paced,0", "--only,p9", "--journeys,0"})
    void whatIsNoWatchIsNoRun(String option, String value) {
        assertThat(run("watch", option, value)).isEqualTo(2);
    }

    @Test
    void withoutANameThereIsHelp() {
        assertThat(run()).isZero();

        assertThat(out.toString()).contains("create", "doors", "enumeration", "join", "memory", "smpp", "watch");
    }

    @Test
    void anUnknownNameIsExplainedWithTheKnownOnes() {
        assertThat(run("windows")).isEqualTo(2);

        assertThat(err.toString()).contains("windows", "doors", "join", "memory", "smpp");
    }

    @Test
    void noRequestsAtAllAreNoRun() {
        assertThat(run("doors", "--requests", "0")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"create,--rounds,0", "create,--requests,0", "enumeration,--samples,1", "enumeration,--warm-up,-1"})
    void whatIsNoCreationIsNoRun(String name, String option, String value) {
        assertThat(run(name, option, value)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"--window,0", "--window,1001", "--messages,99", "--paced,0", "--seconds,0", "--rounds,0"})
    void whatCannotBeMeasuredOverSmppIsNoRun(String option, String value) {
        assertThat(run("smpp", option, value)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"--records,0", "--rounds,0", "--outstanding,99", "--paced,0", "--seconds,0", "--only,nothing"})
    void whatIsNoJoinIsNoRun(String option, String value) {
        assertThat(run("join", option, value)).isEqualTo(2);
    }

    /** It explains them, and refuses others, before anything is built. */
    @Test
    void theLauncherListsThese() throws IOException {
        Process launcher = new ProcessBuilder("../uptext", "bench", "--help").start();
        String said = new String(launcher.getInputStream().readAllBytes(), UTF_8);

        assertThat(Pattern.compile("(?m)^  ([a-z-]+)  ").matcher(said).results().map(name -> name.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Benchmarks.commandLine().getSubcommands().keySet());
    }

    private int run(String... arguments) {
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
