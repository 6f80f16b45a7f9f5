/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static io.uptext.benchmarks.WatchReport.inWords;

import io.uptext.benchmarks.browser.Party;
import io.uptext.benchmarks.machine.Kernel;
import io.uptext.benchmarks.machine.Memory;
import io.uptext.benchmarks.server.Server;
import io.uptext.benchmarks.watch.Holder;
import io.uptext.benchmarks.watch.Trigger;
import io.uptext.benchmarks.watch.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** P10: what a waiting browser takes. Each turn has a new process, since memory that was used once is kept. */
final class WatchMemory {

    /** The heap has its full size from the start, so that the rest of resident memory is what is outside. */
    private static final String[] JVM = {"-Xms1g", "-XX:+AlwaysPreTouch", Memory.TRACKING};

    private static final double HEAP_BYTES = 1L << 30;

    /** So many come and go before, since code that runs for the first time takes memory as well. */
    private static final int FIRST = 500;

    private static final Duration CALM = Duration.ofSeconds(1);

    private final WatchRoom room;
    private final WatchScale scale;
    private final WatchReport report;

    WatchMemory(WatchRoom room, WatchScale scale, WatchReport report) {
        this.room = room;
        this.scale = scale;
        this.report = report;
    }

    /**
     * One turn.
     *
     * @param idle before
     * @param known with the challenges in view that will be waited for
     * @param held with a browser for each
     * @param kernel what the kernel's own objects have grown by, of both ends
     */
    record Turn(int browsers, Memory idle, Memory known, Memory held, long kernel, double others) {

        double heap() {
            return each(held.liveHeap() - idle.liveHeap());
        }

        /** Live heap, and what is outside the heap. */
        double all() {
            return each(held.above(idle));
        }

        double heapOfBrowser() {
            return each(held.liveHeap() - known.liveHeap());
        }

        double ofBrowser() {
            return each(held.above(known));
        }

        /** What a process has before anybody comes. */
        double base() {
            return idle.liveHeap() + idle.resident() - HEAP_BYTES;
        }

        double kernelEach() {
            return each(kernel) / 2;
        }

        private double each(long bytes) {
            return (double) bytes / browsers;
        }
    }

    Map<Holder, Medians<Turn>> run() throws Exception {
        report.part("P10  memory of %,d waiting browsers, each turn in a new process".formatted(scale.each()));
        Map<Holder, List<Turn>> done = new EnumMap<>(Holder.class);
        for (int round = 1; round <= scale.rounds(); round++) {
            for (Holder holder : Holder.values()) {
                Turn turn = turn(holder, "memory-" + round);
                done.computeIfAbsent(holder, _ -> new ArrayList<>()).add(turn);
                report.turn(
                        "round " + round,
                        holder.title(),
                        inWords(
                                "%6.0f B of heap, %6.0f B in all; without the challenge %6.0f and %6.0f",
                                turn.heap(), turn.all(), turn.heapOfBrowser(), turn.ofBrowser()),
                        turn.others());
            }
        }
        Map<Holder, Medians<Turn>> medians = new EnumMap<>(Holder.class);
        done.forEach((holder, all) -> medians.put(holder, new Medians<>(all)));
        say(medians);
        return medians;
    }

    private Turn turn(Holder holder, String name) throws Exception {
        try (Server server = room.start(holder, name, scale.holderJvm(JVM))) {
            comeAndGo(holder, server);
            Memory idle = calm(server);
            boolean knows = holder == Holder.NOTIFIER;
            List<Visitor> visitors = knows ? room.visitors(scale.each()) : room.strangers(scale.each());
            Memory known = knows ? calm(server) : idle;
            long slab = Kernel.slab();
            Meter meter = room.meter(server);
            try (Party _ = room.come(visitors, server)) {
                double others = meter.stop().others();
                Memory held = calm(server);
                long kernel = Kernel.slab() - slab;
                return new Turn(scale.each(), idle, known, held, kernel, others);
            }
        }
    }

    private void comeAndGo(Holder holder, Server server) throws Exception {
        int count = Math.min(FIRST, scale.each());
        List<Visitor> visitors = room.visitors(count);
        try (Party party = room.come(visitors, server);
                Trigger trigger = new Trigger()) {
            if (holder == Holder.NOTIFIER) {
                room.tell(visitors);
            } else {
                trigger.pull(server);
            }
            party.awaitTold(scale.patience());
        }
    }

    private static Memory calm(Server server) throws InterruptedException {
        Thread.sleep(CALM);
        return Memory.of(server.process());
    }

    private void say(Map<Holder, Medians<Turn>> medians) {
        report.note("");
        report.row("bytes for each browser", "     heap    in all  kernel, each end");
        medians.forEach((holder, all) -> report.row(
                holder.title(),
                inWords("%9.0f %9.0f %10.0f", all.of(Turn::heap), all.of(Turn::all), all.of(Turn::kernelEach))));
        Medians<Turn> ours = medians.getOrDefault(Holder.NOTIFIER, new Medians<>(List.of()));
        Medians<Turn> bare = medians.getOrDefault(Holder.REACTOR, new Medians<>(List.of()));
        report.row(
                "notifier-service, the browser alone",
                inWords("%9.0f %9.0f", ours.of(Turn::heapOfBrowser), ours.of(Turn::ofBrowser)));
        report.row(
                "notifier-service, its challenge",
                inWords(
                        "%9.0f %9.0f",
                        ours.of(turn -> turn.heap() - turn.heapOfBrowser()),
                        ours.of(turn -> turn.all() - turn.ofBrowser())));
        report.add(Goal.most(
                "P10",
                "memory of a browser and its challenge, to reactor-netty",
                ours.beside(bare, Turn::all),
                1.4,
                0.7));
        report.add(Goal.most("P10", "heap of the same", ours.beside(bare, Turn::heap), 1.4, 0.7));
        report.add(Goal.only("memory without the challenge", ours.beside(bare, Turn::ofBrowser)));
        report.add(Goal.only("heap without the challenge", ours.beside(bare, Turn::heapOfBrowser)));
    }
}
