/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.machine.Cpu;
import io.uptext.benchmarks.server.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Processor time that is used while something is measured, by each who takes part and by strangers. */
final class Meter {

    /** More than this of the processors used by strangers, and the figures of a round say little. */
    private static final double DISTURBED = 0.15;

    /**
     * What was used.
     *
     * @param server by the contender itself, or by all of its processes
     * @param kafka by the broker
     * @param redis by Redis
     * @param load by this process and those that help it
     * @param others share of the processors that was used by nobody of these, 0 to 1
     */
    record Used(Duration server, Duration kafka, Duration redis, Duration load, double others) {}

    private record Reading(Duration server, Duration kafka, Duration redis, Duration load, Duration all, long at) {}

    private final List<ProcessHandle> servers;
    private final List<ProcessHandle> load;
    private final Backend backend;
    private final Reading first;

    private Meter(List<ProcessHandle> servers, Backend backend, List<ProcessHandle> load) {
        this.servers = servers;
        this.backend = backend;
        this.load = load;
        this.first = read();
    }

    static Meter start(ProcessHandle server, Backend backend) {
        return start(List.of(server), backend, List.of());
    }

    /** As above, of a contender of several processes, where some help to load it. */
    static Meter start(List<ProcessHandle> servers, Backend backend, List<ProcessHandle> helpers) {
        List<ProcessHandle> load = new ArrayList<>(helpers);
        load.add(ProcessHandle.current());
        return new Meter(List.copyOf(servers), backend, load);
    }

    /** What was used since the start. */
    Used stop() {
        Reading last = read();
        Used used = new Used(
                last.server.minus(first.server),
                last.kafka.minus(first.kafka),
                last.redis.minus(first.redis),
                last.load.minus(first.load),
                0);
        Duration ours = used.server.plus(used.kafka).plus(used.redis).plus(used.load);
        double others = (double) last.all.minus(first.all).minus(ours).toNanos()
                / (last.at - first.at)
                / Runtime.getRuntime().availableProcessors();
        return new Used(used.server, used.kafka, used.redis, used.load, Math.max(0, others));
    }

    private Reading read() {
        return new Reading(
                Cpu.of(servers),
                Cpu.of(List.of(backend.kafka().process())),
                Cpu.of(List.of(backend.redis().process())),
                Cpu.of(load),
                Cpu.ofAll(),
                System.nanoTime());
    }

    /** What is said behind the figures of a round in which others used so much. */
    static String judgement(double others) {
        return others > DISTURBED ? ": disturbed, take no figure of this run for good" : "";
    }
}
