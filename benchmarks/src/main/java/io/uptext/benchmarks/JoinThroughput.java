/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.join.Joiner;
import io.uptext.benchmarks.join.SignIn;
import io.uptext.benchmarks.join.SignIns;
import io.uptext.benchmarks.server.Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The join at full load, beside everybody else's, with the same sign-ins for all. */
final class JoinThroughput {

    /** Enough for each partition to have some. */
    private static final int FIRST = 100;

    private static final List<Joiner> JOINERS =
            List.of(Joiner.VERIFIER, Joiner.COPY, Joiner.STREAMS_EXACTLY_ONCE, Joiner.STREAMS_AT_LEAST_ONCE);

    private final Path folder;
    private final SignIns signIns;
    private final JoinReport report;

    JoinThroughput(Path folder, SignIns signIns, JoinReport report) {
        this.folder = folder;
        this.signIns = signIns;
        this.report = report;
    }

    void run(int warmUp, int rounds, int records) throws Exception {
        try (Backend backend = Backend.start(folder)) {
            List<JoinTurns> all = new ArrayList<>();
            try {
                for (Joiner joiner : JOINERS) {
                    Joiner.Contender contender = joiner.start(backend, folder, JoinBenchmark.JVM);
                    all.add(new JoinTurns(contender, signIns));
                    report.started(contender, "");
                }
                report.throughput(measure(all, warmUp, rounds, records));
            } finally {
                for (JoinTurns each : all) {
                    each.contender().close();
                    each.close();
                }
            }
        }
    }

    private Map<Joiner, Medians<JoinTurn>> measure(List<JoinTurns> all, int warmUp, int rounds, int records) {
        Map<Joiner, List<JoinTurn>> done = new EnumMap<>(Joiner.class);
        List<JoinTurns> order = new ArrayList<>(all);
        for (JoinTurns each : order) {
            // Whoever has just started may still wait for its partitions.
            each.turn(signIns.next(Math.min(records, FIRST)));
        }
        for (int number = 1; number <= warmUp + rounds; number++) {
            boolean counts = number > warmUp;
            List<SignIn> same = signIns.next(records);
            for (JoinTurns each : order) {
                JoinTurn turn = each.turn(same);
                Joiner joiner = each.contender().joiner();
                report.progress(counts ? "round " + (number - warmUp) : "warm-up " + number, joiner.title(), turn);
                if (counts) {
                    done.computeIfAbsent(joiner, _ -> new ArrayList<>()).add(turn);
                }
            }
            // Who comes after whom is the luck of nobody.
            Collections.rotate(order, 1);
        }
        Map<Joiner, Medians<JoinTurn>> medians = new EnumMap<>(Joiner.class);
        done.forEach((joiner, turns) -> medians.put(joiner, new Medians<>(turns)));
        return medians;
    }
}
