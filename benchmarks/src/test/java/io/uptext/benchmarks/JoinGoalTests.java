/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.benchmarks.join.Joiner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** The figures of a run become ratios, and ratios verdicts. */
class JoinGoalTests {

    private static final int JOINS = 1_000;

    @Test
    void aJoinTakesBothHalves() {
        JoinTurn turn = turn(200, 300, 5);

        assertThat(turn.joinsPerSecond()).isEqualTo(2_000);
        assertThat(turn.challengesPerSecond()).isEqualTo(5_000);
        assertThat(turn.textsPerSecond()).isEqualTo(JOINS / 0.3);
        assertThat(turn.processMicros()).isEqualTo(10);
        assertThat(turn.allMicros()).isEqualTo(2 * (5 + 1 + 2));
        assertThat(turn.textMicros()).isEqualTo(5 + 1 + 2);
    }

    @Test
    void joinsAreComparedWithStreamsJoinsAndWithTheTextsThatAreCopied() {
        List<Goal> goals = JoinGoal.throughput(Map.of(
                Joiner.VERIFIER, new Medians<>(List.of(turn(100, 100, 5))),
                Joiner.COPY, new Medians<>(List.of(turn(50, 100, 1))),
                Joiner.STREAMS_EXACTLY_ONCE, new Medians<>(List.of(turn(400, 400, 29))),
                Joiner.STREAMS_AT_LEAST_ONCE, new Medians<>(List.of(turn(300, 300, 13)))));

        assertThat(goals.stream().map(Goal::inWords))
                .contains(
                        "P1 joins/s, to Kafka Streams exactly once                       4.00"
                                + "  (goal at least 3: met; 5: missed)",
                        "P2 joins/s, to texts/s of the safe copy loop                    0.50"
                                + "  (goal at least 0.4: met; 0.55: missed)",
                        "P4 processor time per join, to Kafka Streams exactly once       0.25"
                                + "  (goal at most 0.5: met; 0.3: met)",
                        "   the same, to Kafka Streams at least once                     3.00");
    }

    @Test
    void latencyHasAGoalAtOnePaceOnly() {
        Medians<JoinLatency.Turn> verifier = latency(3_000_000);
        Medians<JoinLatency.Turn> hops = latency(1_000_000);

        assertThat(JoinGoal.latency(1_000, verifier, hops).getFirst().inWords())
                .startsWith("P3 p50 at 1,000/s, to two hops")
                .endsWith("3.00  (goal at most 1.5: missed; 1.2: missed)");
        assertThat(JoinGoal.latency(100, verifier, hops).getFirst().inWords()).endsWith("3.00");
    }

    @Test
    void memoryIsInBytesOfEach() {
        assertThat(JoinGoal.memory(251.5).inWords()).endsWith("251.50  (goal at most 400: met; 250: missed)");
    }

    private static JoinTurn turn(int challengeMillis, int textMillis, int processMicros) {
        Meter.Used used = new Meter.Used(micros(processMicros), micros(1), micros(2), Duration.ZERO, 0);
        return new JoinTurn(
                JOINS,
                new JoinTurn.Phase(Duration.ofMillis(challengeMillis), used),
                new JoinTurn.Phase(Duration.ofMillis(textMillis), used));
    }

    private static Duration micros(int each) {
        return Duration.ofNanos(each * 1_000L * JOINS);
    }

    private static Medians<JoinLatency.Turn> latency(long nanos) {
        Histogram latencies = new Histogram(3);
        latencies.recordValue(nanos);
        return new Medians<>(List.of(new JoinLatency.Turn(
                1, latencies, new Meter.Used(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0))));
    }
}
