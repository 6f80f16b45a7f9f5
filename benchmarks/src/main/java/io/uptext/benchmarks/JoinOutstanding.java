/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.join.Joiner;
import io.uptext.benchmarks.join.RedisMemory;
import io.uptext.benchmarks.join.SignIn;
import io.uptext.benchmarks.join.SignIns;
import io.uptext.benchmarks.server.Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The join beside many challenges that nobody answers, and what these take in Redis. Few and many have a verifier, a Kafka
 * and a Redis each, so that they can take turns.
 */
final class JoinOutstanding {

    private static final int FIRST = 100;
    private static final int WORD_EVERY = 200_000;

    private final Path folder;
    private final SignIns signIns;
    private final JoinReport report;

    JoinOutstanding(Path folder, SignIns signIns, JoinReport report) {
        this.folder = folder;
        this.signIns = signIns;
        this.report = report;
    }

    /** Stores so many, and a hundredth where there is a round; then they take turns. */
    void run(int outstanding, int warmUp, int rounds, int records) throws Exception {
        try (Backend backend = Backend.start(folder.resolve("many"));
                Joiner.Contender contender = Joiner.VERIFIER.start(backend, folder.resolve("many"), JoinBenchmark.JVM);
                JoinTurns many = new JoinTurns(contender, signIns)) {
            report.started(contender, ", many outstanding");
            long bytes = store(many, outstanding);
            if (rounds > 0) {
                beside(many, outstanding / JoinBenchmark.FEWER, warmUp, rounds, records);
            }
            report.memory(bytes, outstanding);
        }
    }

    private void beside(JoinTurns many, int less, int warmUp, int rounds, int records) throws Exception {
        try (Backend backend = Backend.start(folder.resolve("few"));
                Joiner.Contender contender = Joiner.VERIFIER.start(backend, folder.resolve("few"), JoinBenchmark.JVM);
                JoinTurns few = new JoinTurns(contender, signIns)) {
            report.started(contender, ", few outstanding");
            store(few, less);
            List<JoinTurn> withMany = new ArrayList<>();
            List<JoinTurn> withFew = new ArrayList<>();
            for (int number = 1; number <= warmUp + rounds; number++) {
                boolean counts = number > warmUp;
                String name = counts ? "round " + (number - warmUp) : "warm-up " + number;
                List<SignIn> same = signIns.next(records);
                boolean isFewFirst = number % 2 == 0;
                JoinTurn first = turn(name, isFewFirst ? few : many, isFewFirst, same);
                JoinTurn second = turn(name, isFewFirst ? many : few, !isFewFirst, same);
                if (counts) {
                    withFew.add(isFewFirst ? first : second);
                    withMany.add(isFewFirst ? second : first);
                }
            }
            report.outstanding(new Medians<>(withMany), new Medians<>(withFew));
        }
    }

    private JoinTurn turn(String name, JoinTurns turns, boolean isFew, List<SignIn> same) {
        JoinTurn turn = turns.turn(same);
        report.progress(name, isFew ? "few outstanding" : "many outstanding", turn);
        return turn;
    }

    /** How many bytes Redis has more than before. */
    private long store(JoinTurns turns, int count) {
        turns.turn(signIns.next(Math.min(count, FIRST)));
        long before = RedisMemory.used(turns.contender().backend());
        report.stored(count, turns.challenges(count, told(count)));
        return RedisMemory.used(turns.contender().backend()) - before;
    }

    private Supplier<SignIn> told(int count) {
        int[] made = {0};
        return () -> {
            if (++made[0] % WORD_EVERY == 0) {
                report.note("%,d of %,d challenges are written".formatted(made[0], count));
            }
            return signIns.next();
        };
    }
}
