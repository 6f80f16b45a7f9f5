/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.load.Creations;
import io.uptext.benchmarks.load.Load;
import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.server.Creator;
import io.uptext.benchmarks.server.Server;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a challenge costs, beside a handler that only appends a record of the same size. */
@Command(
        name = "create",
        description = {
            "POST /v1/challenges with acks=all, beside a bare handler that only appends the same record.",
            "Goal: at least 0.6 of the rate of the bare WebFlux handler. See docs/benchmarks.md."
        })
final class CreateBenchmark implements Callable<Integer> {

    private static final int CREATED = 201;

    /** Each challenge is kept for ten minutes after it has ended, so that this run needs memory for all of its own. */
    private static final List<String> JVM = List.of(
            "-Xms3g",
            "-Xmx3g",
            "-XX:+UseParallelGC",
            "-Dreactor.netty.ioWorkerCount=" + Runtime.getRuntime().availableProcessors());

    @Option(names = "--rounds", defaultValue = "15", description = "Rounds that count (${DEFAULT-VALUE}).")
    int rounds;

    @Option(names = "--warm-up", defaultValue = "20", description = "Rounds before that (${DEFAULT-VALUE}).")
    int warmUp;

    @Option(names = "--requests", defaultValue = "10000", description = "In each round, to each (${DEFAULT-VALUE}).")
    int requests;

    @Option(names = "--connections", defaultValue = "64", description = "At a time (${DEFAULT-VALUE}).")
    int connections;

    @Option(names = "--only", description = "One alone: ${COMPLETION-CANDIDATES}.", split = ",")
    Set<Creator> only = EnumSet.allOf(Creator.class);

    @Option(names = "--jvm", description = "One more option for both JVMs, for a profiler for example.", arity = "1")
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
        if (rounds < 1 || warmUp < 0 || requests < connections || connections < 1) {
            throw new ParameterException(
                    spec.commandLine(), "There is at least 1 round, 1 connection, and a request for each connection.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Surroundings.print(out, Clock.systemUTC());
        Map<Creator, Server> servers = new EnumMap<>(Creator.class);
        try (WorkFolder folder = WorkFolder.create();
                Backend backend = Backend.start(folder.path());
                Load load = new Load()) {
            try {
                for (Creator each : only) {
                    servers.put(each, each.start(backend, folder.path(), options()));
                    out.printf(
                            "  %s: process %d%n",
                            each.title(), servers.get(each).process().pid());
                    out.flush();
                }
                Duel duel = new Duel(backend, load, new Creations()::write, CREATED, connections);
                Map<Creator, Medians<Round>> medians = new Turns(warmUp, rounds)
                        .take(servers, (each, server) -> duel.round(server, each.topic(), requests), out);
                RoundTable.medians(out, medians);
                RoundTable.compare(out, medians, Creator.SERVICE, Creator.BARE);
            } finally {
                servers.values().forEach(Server::close);
            }
        }
        return 0;
    }

    private List<String> options() {
        return Stream.concat(JVM.stream(), jvm.stream()).toList();
    }
}
