/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.join.Joiner;
import io.uptext.benchmarks.join.Journeys;
import io.uptext.benchmarks.join.SignIn;
import io.uptext.benchmarks.join.SignIns;
import io.uptext.benchmarks.server.Backend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How long a text takes to its outcome at a pace, beside a chain of two hops that does nothing. */
final class JoinLatency {

    /** Faster than any pace that is measured: what has not been compiled by then would be in every 99th percentile. */
    private static final int WARM_UP_PACE = 4_000;

    private static final int WARM_UP_SECONDS = 5;
    private static final int FIRST = 100;

    private final Path folder;
    private final SignIns signIns;
    private final JoinReport report;

    JoinLatency(Path folder, SignIns signIns, JoinReport report) {
        this.folder = folder;
        this.signIns = signIns;
        this.report = report;
    }

    /** What the turns of one contender at one pace have in common. */
    record Kind(Joiner joiner, int perSecond) {}

    /** One of them. */
    record Turn(long texts, Histogram latencies, Meter.Used used) {

        double p50() {
            return latencies.getValueAtPercentile(50) / 1e3;
        }

        double p99() {
            return latencies.getValueAtPercentile(99) / 1e3;
        }

        /** Microseconds of the contender's processor time for each text; the same below of others. */
        double processMicros() {
            return each(used.server());
        }

        double kafkaMicros() {
            return each(used.kafka());
        }

        double redisMicros() {
            return each(used.redis());
        }

        private double each(Duration all) {
            return all.toNanos() / 1e3 / texts;
        }
    }

    void run(int warmUp, int rounds, List<Integer> paced, int seconds) throws Exception {
        try (Backend backend = Backend.start(folder);
                Joiner.Contender verifier = Joiner.VERIFIER.start(backend, folder, JoinBenchmark.JVM);
                JoinTurns challenges = new JoinTurns(verifier, signIns);
                Journeys joined = new Journeys(verifier);
                Joiner.Contender hops = Joiner.TWO_HOPS.start(backend, folder, JoinBenchmark.JVM);
                Journeys hopped = new Journeys(hops)) {
            report.started(verifier, "");
            report.started(hops, "");
            challenges.turn(signIns.next(FIRST));
            hopped.measure(signIns.next(FIRST), FIRST);
            Map<Kind, List<Turn>> done = new HashMap<>();
            for (int number = 1; number <= warmUp; number++) {
                String name = "warm-up " + number;
                turn(name, challenges, joined, verifier, WARM_UP_PACE, WARM_UP_SECONDS);
                turn(name, challenges, hopped, hops, WARM_UP_PACE, WARM_UP_SECONDS);
            }
            for (int number = 1; number <= rounds; number++) {
                for (int pace : paced) {
                    Turn ours = turn("round " + number, challenges, joined, verifier, pace, seconds);
                    Turn bare = turn("round " + number, challenges, hopped, hops, pace, seconds);
                    add(done, new Kind(Joiner.VERIFIER, pace), ours);
                    add(done, new Kind(Joiner.TWO_HOPS, pace), bare);
                }
            }
            report.latency(paced, done);
        }
    }

    private static void add(Map<Kind, List<Turn>> done, Kind kind, Turn turn) {
        done.computeIfAbsent(kind, _ -> new ArrayList<>()).add(turn);
    }

    private Turn turn(
            String name,
            JoinTurns challenges,
            Journeys journeys,
            Joiner.Contender contender,
            int perSecond,
            int seconds)
            throws Exception {
        List<SignIn> all = signIns.next(perSecond * seconds);
        if (contender.joiner() == Joiner.VERIFIER) {
            challenges.challenges(all.size(), all.iterator()::next);
        }
        Meter meter = Meter.start(contender.process(), contender.backend());
        Histogram latencies = journeys.measure(all, perSecond);
        Turn turn = new Turn(all.size(), latencies, meter.stop());
        report.progress(name, new Kind(contender.joiner(), perSecond), turn);
        return turn;
    }
}
