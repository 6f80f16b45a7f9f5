/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.load.Tally;
import io.uptext.benchmarks.machine.Memory;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The figures of {@link MemoryBenchmark} in words. */
final class MemoryReport {

    private static final double MIB = 1024.0 * 1024;
    private static final int UNAVAILABLE = 503;
    private static final long GOAL_MIB = 64;

    /** The tightest limit of a provider, Telnyx. */
    private static final Duration LATEST = Duration.ofSeconds(2);

    private final PrintWriter out;

    MemoryReport(PrintWriter out) {
        this.out = out;
    }

    void started(ProcessHandle service, Duration warmUp) {
        note("inbound-sms-service: process %d; load for %d s first".formatted(service.pid(), warmUp.toSeconds()));
    }

    void idle(Memory idle) {
        note("%-17s %s".formatted("idle", inWords(idle)));
    }

    void sample(String when, Memory sample, Tally answers) {
        note("%-17s %s; %s, the slowest %d ms"
                .formatted(
                        when,
                        inWords(sample),
                        answers.inWords(),
                        answers.longest().toMillis()));
    }

    void note(String words) {
        out.println("  " + words);
        out.flush();
    }

    void print(Memory idle, Outage.Seen seen) {
        double peak = most(seen.during(), sample -> sample.above(idle)) / MIB;
        out.printf(
                Locale.ROOT,
                """

                Most above idle without Kafka: %.1f MiB (goal at most %d: %s)
                  live heap %.1f, resident memory outside the heap %.1f, direct buffers as a part of it %.1f
                Answers without Kafka: %s; all 503: %s
                The slowest answer took %d ms (at most %d: %s)
                Kafka took %.1f s to start again, and 99 %% of texts were taken %.1f s after that
                Above idle then, still under load: %.1f MiB
                """,
                peak,
                GOAL_MIB,
                met(peak <= GOAL_MIB),
                most(seen.during(), sample -> sample.liveHeap() - idle.liveHeap()) / MIB,
                most(seen.during(), sample -> sample.resident() - idle.resident()) / MIB,
                most(seen.during(), sample -> sample.direct() - idle.direct()) / MIB,
                seen.answers().inWords(),
                seen.answers().isOnly(UNAVAILABLE) ? "yes" : "NO",
                seen.answers().longest().toMillis(),
                LATEST.toMillis(),
                met(seen.answers().longest().compareTo(LATEST) <= 0),
                seconds(seen.brokerStart()),
                seconds(seen.recovery().minus(seen.brokerStart())),
                seen.after().above(idle) / MIB);
        out.flush();
    }

    private static long most(List<Memory> samples, ToLongFunction<Memory> figure) {
        return samples.stream().mapToLong(figure).max().orElse(0);
    }

    private static String inWords(Memory memory) {
        return "live heap %.1f MiB, direct buffers %.1f, resident %.1f"
                .formatted(memory.liveHeap() / MIB, memory.direct() / MIB, memory.resident() / MIB);
    }

    private static String met(boolean isMet) {
        return isMet ? "met" : "missed";
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
