/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static io.uptext.benchmarks.WatchReport.inWords;
import static java.util.Objects.requireNonNull;

import io.uptext.benchmarks.join.RedisMemory;
import io.uptext.benchmarks.machine.Memory;
import io.uptext.benchmarks.routing.Routed;
import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.server.Server;
import io.uptext.benchmarks.watch.Holder;
import io.uptext.benchmarks.watch.Records;
import io.uptext.benchmarks.watch.Visitor;
import io.uptext.benchmarks.watch.Visitors;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What it costs that every instance reads every challenge and every outcome, beside a prototype in which one owner sends each
 * outcome to the instance where its browser waits.
 */
final class WatchRouting {

    /** Records come in batches, as the verifier writes them. */
    private static final int LINGER_MILLIS = 5;

    /** Rounds at full speed that warm everybody up, for each that is asked for. */
    private static final int WARM_UP = 4;

    private static final int FASTER = 4;
    private static final int FEW = 1;
    private static final int MANY = 3;
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final long LEAD_NANOS = 100_000_000;

    private final Visitors visitors = new Visitors(Clock.systemUTC());
    private final Path folder;
    private final WatchScale scale;
    private final WatchReport report;
    private final int warmUp;

    WatchRouting(Path folder, WatchScale scale, WatchReport report) {
        this.folder = folder;
        this.scale = scale;
        this.report = report;
        this.warmUp = WARM_UP * scale.warmUp();
    }

    /**
     * Processor time in microseconds for each record of a kind.
     *
     * @param process of all processes of ours together
     */
    record Micros(double process, double kafka, double redis, double others) {

        static Micros of(Meter.Used used, int count) {
            return new Micros(
                    used.server().toNanos() / 1e3 / count,
                    used.kafka().toNanos() / 1e3 / count,
                    used.redis().toNanos() / 1e3 / count,
                    used.others());
        }

        String inWords() {
            return WatchReport.inWords("%6.1f µs, Kafka %5.1f, Redis %5.1f", process, kafka, redis);
        }
    }

    /** A turn of some instances that read all. */
    record Broadcast(Micros challenges, Micros outcomes) {}

    /** A turn of the prototype. */
    record Prototype(Micros challenges, Micros arrivals, Micros outcomes) {}

    RoutingCosts run() throws Exception {
        report.part("Routing  %,d sign-ins a second, read by every instance, and routed".formatted(scale.routed()));
        double[] view = new double[1];
        List<Broadcast> few = new ArrayList<>();
        List<Broadcast> many = new ArrayList<>();
        try (Backend backend = Backend.start(folder.resolve("broadcast"));
                Records records = new Records(backend, LINGER_MILLIS)) {
            few.addAll(broadcast(FEW, backend, records, view));
            many.addAll(broadcast(MANY, backend, records, new double[1]));
        }
        List<Prototype> routed = new ArrayList<>();
        double redisBytes = routed(routed);
        Visitor any = visitors.next(1).getFirst();
        RoutingCosts costs = new RoutingCosts(
                new Medians<>(few),
                new Medians<>(many),
                MANY - FEW,
                new Medians<>(routed),
                view[0],
                redisBytes,
                bytes(any.challenge()),
                bytes(any.outcome()));
        new RoutingTable(report, costs).print();
        return costs;
    }

    private List<Broadcast> broadcast(int instances, Backend backend, Records records, double[] view) throws Exception {
        List<Server> servers = new ArrayList<>();
        List<Broadcast> done = new ArrayList<>();
        try {
            for (int i = 1; i <= instances; i++) {
                servers.add(Holder.NOTIFIER.start(
                        backend,
                        folder,
                        "routing-%d-%d".formatted(instances, i),
                        scale.holderJvm("-Xmx2g", Memory.TRACKING)));
            }
            List<ProcessHandle> processes =
                    servers.stream().map(Server::process).toList();
            for (int number = 1; number <= warmUp + scale.rounds(); number++) {
                int pace = number > warmUp ? scale.routed() : FASTER * scale.routed();
                List<Visitor> all = visitors.next(number > warmUp ? count() : Math.max(1, count() / FASTER));
                boolean isFirst = number == warmUp + 1;
                Memory before = isFirst ? Memory.of(processes.getFirst()) : null;
                Micros challenges = measure(
                        processes,
                        backend,
                        records,
                        all.stream().map(Visitor::challenge).toList(),
                        pace);
                if (before != null) {
                    view[0] = (double) (Memory.of(processes.getFirst()).liveHeap() - before.liveHeap()) / all.size();
                }
                Micros outcomes = measure(
                        processes,
                        backend,
                        records,
                        all.stream().map(Visitor::outcome).toList(),
                        pace);
                say(number, instances + (instances == 1 ? " instance" : " instances"), challenges, outcomes);
                if (number > warmUp) {
                    done.add(new Broadcast(challenges, outcomes));
                }
            }
        } finally {
            servers.forEach(Server::close);
        }
        return done;
    }

    /** Returns how many bytes Redis has for each challenge that is waited for. */
    private double routed(List<Prototype> done) throws Exception {
        try (Backend backend = Backend.start(folder.resolve("routed"));
                Records records = new Records(backend, LINGER_MILLIS);
                Routed routed = Routed.start(backend, folder)) {
            double bytes = 0;
            for (int number = 1; number <= warmUp + scale.rounds(); number++) {
                int pace = number > warmUp ? scale.routed() : FASTER * scale.routed();
                List<Visitor> all = visitors.next(number > warmUp ? count() : Math.max(1, count() / FASTER));
                routed.expect(all);
                long before = RedisMemory.used(backend);
                long keys = RedisMemory.keys(backend);
                Micros challenges = measure(
                        routed.processes(),
                        backend,
                        records,
                        all.stream().map(Visitor::challenge).toList(),
                        pace);
                routed.awaitKnown(keys + all.size(), scale.patience());
                Meter meter = Meter.start(routed.processes(), backend, List.of());
                routed.come(all.size(), pace);
                Micros arrivals = Micros.of(meter.stop(), all.size());
                int told = routed.told();
                Micros outcomes = measure(
                        routed.processes(),
                        backend,
                        records,
                        all.stream().map(Visitor::outcome).toList(),
                        pace);
                routed.awaitTold(told + all.size(), scale.patience());
                bytes = (double) (RedisMemory.used(backend) - before) / all.size();
                say(number, "routed", challenges, outcomes);
                if (number > warmUp) {
                    done.add(new Prototype(challenges, arrivals, outcomes));
                }
            }
            return bytes;
        }
    }

    private Micros measure(
            List<ProcessHandle> processes,
            Backend backend,
            Records records,
            List<ProducerRecord<byte[], byte[]>> all,
            int pace)
            throws InterruptedException {
        Meter meter = Meter.start(processes, backend, List.of());
        records.write(all, System.nanoTime() + LEAD_NANOS, pace);
        // What was written last is read then, too.
        Thread.sleep(SETTLE);
        return Micros.of(meter.stop(), all.size());
    }

    private int count() {
        return scale.routed() * scale.seconds() / 2;
    }

    private void say(int number, String who, Micros challenges, Micros outcomes) {
        String round = number > warmUp ? "round " + (number - warmUp) : "warm-up " + number;
        report.turn(
                round,
                who,
                inWords("challenge %s; outcome %s", challenges.inWords(), outcomes.inWords()),
                Math.max(challenges.others(), outcomes.others()));
    }

    private static int bytes(ProducerRecord<byte[], byte[]> record) {
        int sum = requireNonNull(record.key()).length + requireNonNull(record.value()).length;
        for (Header header : record.headers()) {
            sum += header.key().length() + requireNonNull(header.value()).length;
        }
        return sum;
    }
}
