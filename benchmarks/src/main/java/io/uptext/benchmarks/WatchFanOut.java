/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static io.uptext.benchmarks.WatchReport.inWords;
import static java.util.Objects.requireNonNull;

import io.uptext.benchmarks.browser.Party;
import io.uptext.benchmarks.browser.Seen;
import io.uptext.benchmarks.join.Feed;
import io.uptext.benchmarks.server.Server;
import io.uptext.benchmarks.watch.Holder;
import io.uptext.benchmarks.watch.Tap;
import io.uptext.benchmarks.watch.Trigger;
import io.uptext.benchmarks.watch.Visitor;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** P13: one event to each of many browsers, all at the same moment. */
final class WatchFanOut {

    private static final double MILLI = 1e6;

    private final WatchRoom room;
    private final WatchScale scale;
    private final WatchReport report;

    WatchFanOut(WatchRoom room, WatchScale scale, WatchReport report) {
        this.room = room;
        this.scale = scale;
        this.report = report;
    }

    /**
     * One turn, in nanoseconds.
     *
     * @param took from the moment when the outcomes could be read in Kafka, or the holder was told, to the last browser
     * @param first to the first outcome at a consumer that does nothing else; 0 where Kafka has no part in it
     * @param consumed to the last outcome there
     */
    record Turn(int browsers, double took, double first, double consumed, Meter.Used used) {

        /** Without the time until anything could be read at all. */
        double pushed() {
            return took - first;
        }

        double serverMicros() {
            return used.server().toNanos() / 1e3 / browsers;
        }
    }

    Map<Holder, Medians<Turn>> run() throws Exception {
        report.part("P13  one event to each of %,d browsers".formatted(scale.each()));
        Map<Holder, Server> servers = new EnumMap<>(Holder.class);
        try (Feed feed = new Feed(room.backend());
                Tap tap = new Tap(room.backend());
                Trigger trigger = new Trigger()) {
            for (Holder holder : Holder.values()) {
                servers.put(holder, room.start(holder, "fan-out", scale.holderJvm()));
            }
            servers.forEach((holder, server) -> report.started(holder.title(), server));
            Map<Holder, Medians<Turn>> medians = new Rounds<Holder, Turn>(scale.warmUp(), scale.rounds())
                    .take(
                            List.of(Holder.values()),
                            (holder, _) -> {
                                Server server = requireNonNull(servers.get(holder));
                                return holder == Holder.NOTIFIER ? notifier(server, feed, tap) : bare(server, trigger);
                            },
                            (round, holder, turn) -> report.turn(
                                    round,
                                    holder.title(),
                                    inWords(
                                            "%6.0f ms, of which Kafka %4.0f to the first; %5.1f µs for each",
                                            turn.took() / MILLI, turn.first() / MILLI, turn.serverMicros()),
                                    turn.used().others()));
            say(medians);
            return medians;
        } finally {
            servers.values().forEach(Server::close);
        }
    }

    private Turn notifier(Server server, Feed feed, Tap tap) throws Exception {
        List<Visitor> visitors = room.visitors(scale.each());
        try (Party party = room.come(visitors, server)) {
            Tap.Reading reading = tap.read(visitors.size(), scale.patience());
            feed.hold();
            visitors.forEach(each -> feed.add(each.outcome()));
            feed.flush();
            Meter meter = room.meter(server);
            long begun = System.nanoTime();
            feed.release();
            party.awaitTold(scale.patience());
            Meter.Used used = meter.stop();
            List<Seen> seen = party.seen();
            WatchRoom.check(visitors, seen);
            Collection<Long> read = reading.get(scale.patience()).values();
            return new Turn(
                    visitors.size(),
                    (double) (last(seen) - begun),
                    read.stream().mapToLong(Long::longValue).min().orElseThrow() - (double) begun,
                    read.stream().mapToLong(Long::longValue).max().orElseThrow() - (double) begun,
                    used);
        }
    }

    private Turn bare(Server server, Trigger trigger) throws Exception {
        List<Visitor> visitors = room.strangers(scale.each());
        try (Party party = room.come(visitors, server)) {
            Meter meter = room.meter(server);
            long begun = System.nanoTime();
            trigger.pull(server);
            party.awaitTold(scale.patience());
            return new Turn(visitors.size(), (double) (last(party.seen()) - begun), 0, 0, meter.stop());
        }
    }

    private static long last(List<Seen> seen) {
        return seen.stream().mapToLong(Seen::toldAt).max().orElseThrow();
    }

    private void say(Map<Holder, Medians<Turn>> medians) {
        report.note("");
        report.row("medians, ms", "      all  without Kafka's first   µs for each");
        medians.forEach((holder, all) -> report.row(
                holder.title(),
                inWords(
                        "%9.0f %20.0f %15.1f",
                        all.of(Turn::took) / MILLI, all.of(Turn::pushed) / MILLI, all.of(Turn::serverMicros))));
        Medians<Turn> ours = medians.getOrDefault(Holder.NOTIFIER, new Medians<>(List.of()));
        Medians<Turn> bare = medians.getOrDefault(Holder.REACTOR, new Medians<>(List.of()));
        report.row("a consumer of Kafka, all outcomes", inWords("%9.0f", ours.of(Turn::consumed) / MILLI));
        report.add(Goal.least(
                "P13",
                "rate of events from Kafka's commit, to reactor-netty",
                ours.beside(bare, turn -> 1 / turn.took()),
                0.8,
                1.0));
        report.add(Goal.only(
                "the same from the first outcome at a consumer", ours.beside(bare, turn -> 1 / turn.pushed())));
    }
}
