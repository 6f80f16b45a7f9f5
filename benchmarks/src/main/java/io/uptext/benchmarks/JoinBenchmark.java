/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.join.SignIns;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What it costs the verifier to bring challenges and texts together, beside a copy loop, Kafka Streams and two hops. */
@Command(
        name = "join",
        description = {
            "The verifier with one thread and one Redis, beside a loop that copies, Kafka Streams and a chain of two hops.",
            "With few and with many challenges outstanding. All of it takes some twelve minutes. See docs/benchmarks.md."
        })
final class JoinBenchmark implements Callable<Integer> {

    /** What is measured. */
    enum Part {
        THROUGHPUT,
        LATENCY,
        OUTSTANDING,
        MEMORY
    }

    /** Outstanding challenges are compared with a hundredth of them. */
    static final int FEWER = 100;

    static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseParallelGC");

    @Option(names = "--only", description = "This alone, separated by commas: ${COMPLETION-CANDIDATES}.", split = ",")
    Set<Part> only = EnumSet.allOf(Part.class);

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds that count (${DEFAULT-VALUE}).")
    int rounds;

    @Option(names = "--warm-up", defaultValue = "6", description = "Rounds before that (${DEFAULT-VALUE}).")
    int warmUp;

    @Option(
            names = "--records",
            defaultValue = "100000",
            description = "Challenges, and as many texts, in each turn at full load (${DEFAULT-VALUE}).")
    int records;

    @Option(
            names = "--outstanding",
            defaultValue = "1000000",
            description = "Challenges that nobody answers, beside a hundredth of them (${DEFAULT-VALUE}).")
    int outstanding;

    @Option(
            names = "--paced",
            defaultValue = "1000,100",
            split = ",",
            description = "Texts a second for the latencies, separated by commas (${DEFAULT-VALUE}).")
    List<Integer> paced = List.of();

    @Option(names = "--seconds", defaultValue = "8", description = "How long each of these lasts (${DEFAULT-VALUE}).")
    int seconds;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (rounds < 1 || warmUp < 0 || records < 1 || seconds < 1 || outstanding < FEWER) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is at least 1 round, 1 record, 1 second and 100 outstanding challenges.");
        }
        if (paced.stream().anyMatch(each -> each < 1)) {
            throw new ParameterException(spec.commandLine(), "A pace is at least 1 a second.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Surroundings.print(out, Clock.systemUTC());
        JoinReport report = new JoinReport(out);
        SignIns signIns = new SignIns(Clock.systemUTC());
        try (WorkFolder folder = WorkFolder.create()) {
            if (only.contains(Part.THROUGHPUT)) {
                new JoinThroughput(folder.path().resolve("throughput"), signIns, report).run(warmUp, rounds, records);
            }
            if (only.contains(Part.LATENCY)) {
                new JoinLatency(folder.path().resolve("latency"), signIns, report).run(warmUp, rounds, paced, seconds);
            }
            if (only.contains(Part.OUTSTANDING) || only.contains(Part.MEMORY)) {
                Path many = folder.path().resolve("outstanding");
                JoinOutstanding part = new JoinOutstanding(many, signIns, report);
                part.run(outstanding, only.contains(Part.OUTSTANDING) ? warmUp : 0, countedRounds(), records);
            }
            report.printGoals();
        }
        return 0;
    }

    /** Memory is known without any. */
    private int countedRounds() {
        return only.contains(Part.OUTSTANDING) ? rounds : 0;
    }
}
