/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.Population.Kind;
import io.uptext.benchmarks.join.Joiner;
import io.uptext.benchmarks.load.Load;
import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.server.BenchedParty;
import io.uptext.benchmarks.server.Contender;
import io.uptext.benchmarks.server.Creator;
import io.uptext.benchmarks.server.Server;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether the time of an answer tells what is known of a number. */
@Command(
        name = "enumeration",
        description = {
            "How long POST /v1/challenges takes for numbers that have signed in, that are unknown, and that are locked.",
            "They should be alike (two-sample Kolmogorov-Smirnov). See docs/benchmarks.md."
        })
final class EnumerationBenchmark implements Callable<Integer> {

    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseParallelGC");
    private static final int FEWEST = 10;
    private static final int MOST = 100_000;

    @Option(names = "--samples", defaultValue = "2000", description = "Of each kind (${DEFAULT-VALUE}).")
    int samples;

    @Option(names = "--warm-up", defaultValue = "10000", description = "Requests before that (${DEFAULT-VALUE}).")
    int warmUp;

    @Option(names = "--seed", description = "Of the order; it is printed.")
    @Nullable
    Long seed;

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
        if (samples < FEWEST || samples > MOST || warmUp < 0) {
            throw new ParameterException(
                    spec.commandLine(), "There are " + FEWEST + " to " + MOST + " samples of each kind.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Surroundings.print(out, Clock.systemUTC());
        long chosen = seed == null ? RandomGenerator.getDefault().nextLong() : seed;
        out.printf("  seed %d%n", chosen);
        out.flush();
        try (WorkFolder folder = WorkFolder.create();
                Backend backend = Backend.start(folder.path());
                Load load = new Load();
                Server service = Creator.SERVICE.start(backend, folder.path(), JVM);
                Server door = Contender.DOOR.start(backend, folder.path(), JVM);
                Joiner.Contender _ = Joiner.VERIFIER.start(backend, folder.path(), JVM);
                Site another = new Site(service, BenchedParty.KEY_OF_ANOTHER);
                Site site = new Site(service, BenchedParty.KEY)) {
            Random random = new Random(chosen);
            Population population = new Population(backend, load, door, another);
            population.grow(samples, out);
            for (int i = 0; i < warmUp; i++) {
                var _ = site.create(Kind.UNKNOWN.number(samples + i));
            }
            Meter meter = Meter.start(service.process(), backend);
            Map<Kind, List<Site.Created>> measured = measure(site, random);
            Likeness.print(out, measured);
            double others = meter.stop().others();
            // The door and the verifier are among these, and have nothing to do.
            out.printf("  used by others: %.0f %%%s%n", 100 * others, Meter.judgement(others));
            population.prove(site);
            out.printf("  the right code of a locked number still confirms nothing, that of the others does%n");
            out.flush();
        }
        return 0;
    }

    /** One request at a time, in an order that nobody chose. */
    private Map<Kind, List<Site.Created>> measure(Site site, Random random) throws Exception {
        record Person(Kind kind, int index) {}
        List<Person> people = new ArrayList<>();
        Map<Kind, List<Site.Created>> measured = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            measured.put(kind, new ArrayList<>());
            for (int i = 0; i < samples; i++) {
                people.add(new Person(kind, i));
            }
        }
        Collections.shuffle(people, random);
        for (Person each : people) {
            Site.Created created = site.create(each.kind().number(each.index()));
            measured.getOrDefault(each.kind(), List.of()).add(created);
        }
        return measured;
    }
}
