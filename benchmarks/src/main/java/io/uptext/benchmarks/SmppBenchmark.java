/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.smpp.RawProducer;
import io.uptext.benchmarks.smpp.SmppService;
import io.uptext.benchmarks.smpp.Way;
import io.uptext.simulator.traffic.Load;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What one bind takes from an SMSC after Kafka's acknowledgement, beside a producer alone. */
@Command(
        name = "smpp",
        description = {
            "One bind of inbound-sms-service with acks=all at a simulated SMSC, beside a Kafka producer alone.",
            "Goal: at least 10,000 messages a second, and enquire_link answered within 100 ms. See docs/benchmarks.md."
        })
final class SmppBenchmark implements Callable<Integer> {

    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseParallelGC");

    /** A full load makes code fast soonest; what a pace needs besides, the last rounds of the warm-up see. */
    private static final int PACED_WARM_UP = 2;

    /** The most that a window of ours can be. */
    private static final int WIDEST = 1_000;

    @Option(names = "--rounds", defaultValue = "9", description = "Rounds that count (${DEFAULT-VALUE}).")
    int rounds;

    @Option(names = "--warm-up", defaultValue = "12", description = "Rounds before that (${DEFAULT-VALUE}).")
    int warmUp;

    @Option(
            names = "--messages",
            defaultValue = "100000",
            description = "At full load in each round, by each way (${DEFAULT-VALUE}).")
    int messages;

    @Option(names = "--window", defaultValue = "100", description = "Unacknowledged at a time (${DEFAULT-VALUE}).")
    int window;

    @Option(
            names = "--paced",
            defaultValue = "1000,5000",
            split = ",",
            description = "Then so many a second, separated by commas (${DEFAULT-VALUE}).")
    List<Integer> paced = List.of();

    @Option(names = "--seconds", defaultValue = "5", description = "How long each of these lasts (${DEFAULT-VALUE}).")
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
        if (rounds < 1 || warmUp < 0 || window < 1 || window > WIDEST || messages < window || seconds < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is at least 1 round, 1 second, a window of 1 to 1,000, and as many messages.");
        }
        if (paced.stream().anyMatch(each -> each < 1)) {
            throw new ParameterException(spec.commandLine(), "A pace is at least 1 a second.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Surroundings.print(out, Clock.systemUTC());
        try (WorkFolder folder = WorkFolder.create();
                Backend backend = Backend.start(folder.path());
                Way raw = RawProducer.start(backend, folder.path(), JVM);
                Way smpp = SmppService.start(backend, folder.path(), JVM, window)) {
            SmppReport report = new SmppReport(out);
            report.started(raw);
            report.started(smpp);
            SmppRounds all = new SmppRounds(backend, List.of(raw, smpp), report);
            for (int number = 1; number <= warmUp; number++) {
                all.round("warm-up " + number, number > warmUp - PACED_WARM_UP ? loads() : List.of(fullLoad()), false);
            }
            for (int number = 1; number <= rounds; number++) {
                all.round("round " + number, loads(), true);
            }
            report.print(all, smpp, raw, loads());
        }
        return 0;
    }

    private Load fullLoad() {
        return Load.of(messages, window);
    }

    private List<Load> loads() {
        List<Load> loads = new ArrayList<>();
        loads.add(fullLoad());
        paced.forEach(perSecond -> loads.add(new Load((long) perSecond * seconds, perSecond, Load.FOREVER, window)));
        return loads;
    }
}
