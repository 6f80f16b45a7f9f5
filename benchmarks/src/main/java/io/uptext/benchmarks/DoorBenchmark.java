/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.load.Load;
import io.uptext.benchmarks.load.TwilioTexts;
import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.server.Contender;
import io.uptext.benchmarks.server.Server;
import io.uptext.contracts.topic.Topic;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a signed text costs at the Twilio door, beside handlers that only append the same bytes to Kafka. */
@Command(
        name = "doors",
        description = {
            "The Twilio door with its signature check and acks=all, beside bare handlers that only append the same bytes.",
            "Goal: at least 0.6 of the rate of the bare WebFlux handler. See docs/benchmarks.md."
        })
final class DoorBenchmark implements Callable<Integer> {

    private static final int OK = 200;
    private static final List<String> JVM = List.of(
            "-Xmx512m",
            "-XX:+UseParallelGC",
            "-Dreactor.netty.ioWorkerCount=" + Runtime.getRuntime().availableProcessors());

    @Option(names = "--rounds", defaultValue = "15", description = "Rounds that count (${DEFAULT-VALUE}).")
    int rounds;

    @Option(names = "--warm-up", defaultValue = "40", description = "Rounds before that (${DEFAULT-VALUE}).")
    int warmUp;

    @Option(names = "--requests", defaultValue = "30000", description = "In each round, to each (${DEFAULT-VALUE}).")
    int requests;

    @Option(names = "--connections", defaultValue = "64", description = "At a time (${DEFAULT-VALUE}).")
    int connections;

    @Option(names = "--only", description = "These alone, separated by commas: ${COMPLETION-CANDIDATES}.", split = ",")
    Set<Contender> only = EnumSet.allOf(Contender.class);

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
        Map<Contender, Server> servers = new EnumMap<>(Contender.class);
        try (WorkFolder folder = WorkFolder.create();
                Backend backend = Backend.start(folder.path());
                Load load = new Load()) {
            try {
                for (Contender each : only) {
                    servers.put(each, each.start(backend, folder.path(), JVM));
                    out.printf(
                            "  %s: process %d%n",
                            each.title(), servers.get(each).process().pid());
                    out.flush();
                }
                Duel duel = new Duel(backend, load, new TwilioTexts(Clock.systemUTC())::write, OK, connections);
                DoorReport.print(
                        out,
                        new Turns(warmUp, rounds)
                                .take(servers, (_, server) -> duel.round(server, Topic.INBOUND_SMS, requests), out));
            } finally {
                servers.values().forEach(Server::close);
            }
        }
        return 0;
    }
}
