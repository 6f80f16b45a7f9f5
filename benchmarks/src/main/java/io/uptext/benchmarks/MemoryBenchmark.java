/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.load.Load;
import io.uptext.benchmarks.load.Pressure;
import io.uptext.benchmarks.load.TwilioTexts;
import io.uptext.benchmarks.machine.Memory;
import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.server.Contender;
import io.uptext.benchmarks.server.Server;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a door keeps in memory while Kafka is away under load, and how soon it takes texts when Kafka is back. */
@Command(
        name = "memory",
        description = {
            "The memory of inbound-sms-service under load while Kafka is stopped, and the time until it takes texts again.",
            "Goal: at most 64 MiB above idle. See docs/benchmarks.md."
        })
final class MemoryBenchmark implements Callable<Integer> {

    /** The heap has its full size from the start, so that whatever else grows is seen in the resident memory. */
    private static final List<String> JVM =
            List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-XX:+UseParallelGC", Memory.TRACKING);

    private static final Duration CALM = Duration.ofSeconds(3);

    @Option(names = "--stopped-for", defaultValue = "60", description = "Seconds without Kafka (${DEFAULT-VALUE}).")
    int stoppedFor;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "Seconds of load before idle is measured (${DEFAULT-VALUE}).")
    int warmUp;

    @Option(
            names = "--connections",
            defaultValue = "1000",
            description = {
                "At a time (${DEFAULT-VALUE}). The service lets 1000 texts wait for Kafka, and",
                "refuses more at once, also while Kafka is there."
            })
    int connections;

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
        if (stoppedFor < 1 || warmUp < 1 || connections < 1) {
            throw new ParameterException(spec.commandLine(), "There is at least 1 second of each, and 1 connection.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Surroundings.print(out, Clock.systemUTC());
        try (WorkFolder folder = WorkFolder.create();
                Backend backend = Backend.start(folder.path());
                Load load = new Load();
                Server server = Contender.DOOR.start(backend, folder.path(), JVM)) {
            MemoryReport report = new MemoryReport(out);
            report.started(server.process(), Duration.ofSeconds(warmUp));
            Supplier<byte[]> texts = new TwilioTexts(Clock.systemUTC()).endless();
            Memory idle = idle(load, texts, server);
            report.idle(idle);
            try (Pressure pressure = load.keepSending(texts, server.port(), connections)) {
                Outage outage = new Outage(backend.kafka(), server.process(), pressure, report);
                report.print(idle, outage.survive(Duration.ofSeconds(stoppedFor)));
            }
        }
        return 0;
    }

    /** What is there anyway once everything has been used. */
    private Memory idle(Load load, Supplier<byte[]> texts, Server server) throws InterruptedException {
        try (Pressure warming = load.keepSending(texts, server.port(), connections)) {
            Thread.sleep(Duration.ofSeconds(warmUp));
            if (warming.take().of(200) == 0) {
                throw new IllegalStateException("The service takes no texts although Kafka is there");
            }
        }
        Thread.sleep(CALM);
        return Memory.of(server.process());
    }
}
