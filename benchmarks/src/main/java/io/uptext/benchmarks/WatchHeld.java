/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static io.uptext.benchmarks.WatchReport.inWords;

import io.uptext.benchmarks.browser.Browsers;
import io.uptext.benchmarks.browser.Party;
import io.uptext.benchmarks.server.Server;
import io.uptext.benchmarks.watch.Holder;
import io.uptext.benchmarks.watch.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** P11: many watchers at one process, what it costs them to come and to wait, two storms, and as many at each of several. */
final class WatchHeld {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final WatchRoom room;
    private final WatchScale scale;
    private final WatchReport report;

    WatchHeld(WatchRoom room, WatchScale scale, WatchReport report) {
        this.room = room;
        this.scale = scale;
        this.report = report;
    }

    /**
     * What was measured of one process.
     *
     * @param connectMicros processor time of the notifier for each browser that comes
     * @param heartbeatMicros the same for each heartbeat; 0 where none was waited for
     */
    record Costs(double connectMicros, double heartbeatMicros) {}

    Costs run() throws Exception {
        report.part("P11  %,d watchers at one process".formatted(scale.watchers()));
        Costs costs = one();
        report.part(
                "P11  %,d watchers at %d processes".formatted(scale.watchers() * scale.processes(), scale.processes()));
        several();
        return costs;
    }

    private Costs one() throws Exception {
        List<Visitor> visitors = room.visitors(scale.watchers());
        try (Server first = start("first");
                Server second = start("second")) {
            warmUp(first);
            warmUp(second);
            Meter coming = room.meter(first);
            long begun = System.nanoTime();
            try (Party party = room.come(visitors, first)) {
                double seconds = seconds(begun);
                Meter.Used came = coming.stop();
                double connect = micros(came.server()) / visitors.size();
                report.turn(
                        "held",
                        "%,d wait".formatted(party.count().waiting()),
                        inWords("all within %.1f s, %.0f µs of processor time for each", seconds, connect),
                        came.others());
                double heartbeat = heartbeats(first, second, visitors.size());
                new WatchStorm(room, scale, report).survive(visitors, party, first, second);
                return new Costs(connect, heartbeat);
            }
        }
    }

    /**
     * Processor time of heartbeats, all of which come within a whole number of their periods: what the process uses beyond
     * another one, with which nobody waits.
     */
    private double heartbeats(Server server, Server empty, int watchers) throws InterruptedException {
        long periods = scale.calm().toSeconds() / HEARTBEAT.toSeconds();
        if (periods == 0) {
            return 0;
        }
        Meter meter = room.meter(server);
        Meter ofEmpty = room.meter(empty);
        Thread.sleep(HEARTBEAT.multipliedBy(periods));
        Meter.Used used = meter.stop();
        Duration beyond = used.server().minus(ofEmpty.stop().server());
        double each = Math.max(0, micros(beyond)) / watchers / periods;
        report.turn(
                "idle",
                "%d s".formatted(HEARTBEAT.multipliedBy(periods).toSeconds()),
                inWords("%.1f µs of processor time for each heartbeat", each),
                used.others());
        return each;
    }

    private void several() throws Exception {
        List<AutoCloseable> all = new ArrayList<>();
        List<List<Visitor>> visitors = new ArrayList<>();
        List<Party> parties = new ArrayList<>();
        try {
            long begun = System.nanoTime();
            for (int number = 1; number <= scale.processes(); number++) {
                Server server = start("held-" + number);
                all.add(server);
                Browsers browsers = Browsers.start(room.folder().resolve("browsers-" + number + ".log"));
                all.add(browsers);
                visitors.add(room.visitors(scale.watchers()));
                parties.add(room.come(browsers, visitors.getLast(), server));
                report.note(inWords(
                        "process %d holds %,d after %.0f s",
                        number, parties.getLast().count().waiting(), seconds(begun)));
            }
            begun = System.nanoTime();
            for (List<Visitor> each : visitors) {
                room.tell(each);
            }
            for (int i = 0; i < parties.size(); i++) {
                parties.get(i).awaitTold(scale.patience());
                WatchRoom.check(visitors.get(i), parties.get(i).seen());
            }
            report.note(inWords("each has learned its own outcome, all within %.1f s", seconds(begun)));
        } finally {
            for (AutoCloseable each : all.reversed()) {
                each.close();
            }
        }
    }

    private Server start(String name) {
        Server server = room.start(Holder.NOTIFIER, name, scale.holderJvm());
        report.started("notifier-service, " + name, server);
        return server;
    }

    /** A process that was just started compiles first. */
    private void warmUp(Server server) {
        for (int round = 1; round <= scale.warmUp(); round++) {
            List<Visitor> visitors = room.visitors(Math.max(1, scale.watchers() / 5));
            try (Party party = room.come(visitors, server)) {
                room.tell(visitors);
                party.awaitTold(scale.patience());
            }
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double micros(Duration duration) {
        return duration.toNanos() / 1e3;
    }
}
