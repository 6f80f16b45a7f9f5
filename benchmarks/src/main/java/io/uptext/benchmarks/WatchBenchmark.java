/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.watch.Holder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What waiting browsers cost the notifier, and how soon they learn their outcomes. */
@Command(
        name = "watch",
        description = {
            "Waiting browsers of notifier-service, beside bare holders on reactor-netty and Netty and beside consumers of Kafka.",
            "All of it takes less than fifteen minutes. See docs/benchmarks.md."
        })
final class WatchBenchmark implements Callable<Integer> {

    /** What is measured, most of it by the numbers of the goals in docs/performance.md. */
    enum Part {
        P10,
        P11,
        P12,
        P13,
        P14,
        ROUTING
    }

    @Option(names = "--only", description = "This alone, separated by commas: ${COMPLETION-CANDIDATES}.", split = ",")
    Set<Part> only = EnumSet.allOf(Part.class);

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds that count (${DEFAULT-VALUE}).")
    int rounds;

    @Option(names = "--warm-up", defaultValue = "2", description = "Rounds before that (${DEFAULT-VALUE}).")
    int warmUp;

    @Option(
            names = "--watchers",
            defaultValue = "15000",
            description = "Browsers that wait at one process, in P11 and P12 (${DEFAULT-VALUE}).")
    int watchers;

    @Option(
            names = "--processes",
            defaultValue = "3",
            description = "Processes that hold as many each, in the end of P11 (${DEFAULT-VALUE}).")
    int processes;

    @Option(
            names = "--each",
            defaultValue = "10000",
            description = "Browsers of which P10 measures the memory, and that P13 tells at once (${DEFAULT-VALUE}).")
    int each;

    @Option(
            names = "--few",
            defaultValue = "100",
            description = "Idle watchers that P12 compares with (${DEFAULT-VALUE}).")
    int few;

    @Option(
            names = "--paced",
            defaultValue = "100,1000",
            split = ",",
            description = "Outcomes a second for the latencies of P12, separated by commas (${DEFAULT-VALUE}).")
    List<Integer> paced = List.of();

    @Option(
            names = "--seconds",
            defaultValue = "8",
            description =
                    "How long each pace lasts at most (${DEFAULT-VALUE}); half of it for each kind of record in ROUTING.")
    int seconds;

    @Option(
            names = "--most",
            defaultValue = "3000",
            description = "Outcomes of a pace at most: a process has 20,000 files here (${DEFAULT-VALUE}).")
    int most;

    @Option(
            names = "--journeys",
            defaultValue = "300",
            description = "Whole sign-ins a second in P14 (${DEFAULT-VALUE}).")
    int journeys;

    @Option(
            names = "--calm",
            defaultValue = "30",
            description = "Seconds for which P11 looks at heartbeats, which come every 15 (${DEFAULT-VALUE}).")
    int calm;

    @Option(
            names = "--routed",
            defaultValue = "10000",
            description = "Sign-ins a second in ROUTING (${DEFAULT-VALUE}).")
    int routed;

    @Option(names = "--jvm", description = "One more option for whoever holds browsers.", arity = "1")
    List<String> jvm = List.of();

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
        if (List.of(rounds, watchers, processes, each, few, seconds, most, journeys, routed).stream()
                        .anyMatch(number -> number < 1)
                || warmUp < 0
                || calm < 0) {
            throw new ParameterException(
                    spec.commandLine(), "There is at least 1 of everything but of --warm-up and --calm.");
        }
        if (paced.isEmpty() || paced.stream().anyMatch(pace -> pace < 1)) {
            throw new ParameterException(spec.commandLine(), "A pace is at least 1 a second.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Surroundings.print(out, Clock.systemUTC());
        WatchReport report = new WatchReport(out);
        WatchScale scale = new WatchScale(
                warmUp,
                rounds,
                watchers,
                processes,
                each,
                few,
                paced,
                seconds,
                most,
                journeys,
                Duration.ofSeconds(calm),
                routed,
                jvm);
        try (WorkFolder folder = WorkFolder.create()) {
            run(folder.path(), scale, report);
        }
        report.printGoals();
        return 0;
    }

    private void run(Path folder, WatchScale scale, WatchReport report) throws Exception {
        Map<Holder, Medians<WatchMemory.Turn>> memory = Map.of();
        WatchHeld.@Nullable Costs costs = null;
        @Nullable RoutingCosts routing = null;
        for (Part part : EnumSet.copyOf(only)) {
            Path own = folder.resolve(part.name().toLowerCase(Locale.ROOT));
            if (part == Part.ROUTING) {
                routing = new WatchRouting(own, scale, report).run();
                continue;
            }
            try (WatchRoom room = WatchRoom.open(own, scale, report)) {
                switch (part) {
                    case P10 -> memory = new WatchMemory(room, scale, report).run();
                    case P11 -> costs = new WatchHeld(room, scale, report).run();
                    case P12 -> new WatchLatency(room, scale, report).run();
                    case P13 -> new WatchFanOut(room, scale, report).run();
                    case P14 -> new WatchJourney(room, scale, report).run();
                    case ROUTING -> throw new IllegalStateException("it has rooms of its own");
                }
            }
        }
        if (costs != null) {
            new WatchMillion(report, scale).print(memory, costs, routing);
        }
    }
}
