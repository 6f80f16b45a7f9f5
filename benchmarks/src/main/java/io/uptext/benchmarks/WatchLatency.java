/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static io.uptext.benchmarks.WatchReport.inWords;

import io.uptext.benchmarks.browser.Browsers;
import io.uptext.benchmarks.browser.Party;
import io.uptext.benchmarks.browser.Seen;
import io.uptext.benchmarks.server.Server;
import io.uptext.benchmarks.watch.Holder;
import io.uptext.benchmarks.watch.Records;
import io.uptext.benchmarks.watch.Tap;
import io.uptext.benchmarks.watch.Visitor;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * P12: how long an outcome takes from its record to the first byte at its browser, beside many idle watchers and beside few, and
 * beside a consumer that does nothing but read it. Both notifiers read the same Kafka, and so know the same challenges.
 */
final class WatchLatency {

    private static final int DIGITS = 3;
    private static final long LEAD_NANOS = 100_000_000;

    private final WatchRoom room;
    private final WatchScale scale;
    private final WatchReport report;

    WatchLatency(WatchRoom room, WatchScale scale, WatchReport report) {
        this.room = room;
        this.scale = scale;
        this.report = report;
    }

    /** Who has a turn: one of the two notifiers, at a pace. */
    private record Kind(boolean isMany, int pace) {

        String inWords() {
            return (isMany ? "many idle" : "few idle") + ", " + pace + "/s";
        }
    }

    /** A notifier and its browsers, of whom the idle ones are there already. */
    private record Side(Server server, Browsers browsers) {}

    /**
     * One turn, each outcome counted from the moment when it was due.
     *
     * @param browsers until a browser has it
     * @param consumer until Kafka's consumer has it
     * @param between the difference of the two
     */
    private record Turn(Histogram browsers, Histogram consumer, Histogram between, Meter.Used used) {

        static double millis(Histogram of, double percent) {
            return of.getValueAtPercentile(percent) / 1e6;
        }

        double p50() {
            return millis(browsers, 50);
        }

        double p99() {
            return millis(browsers, 99);
        }

        double consumer50() {
            return millis(consumer, 50);
        }

        double consumer99() {
            return millis(consumer, 99);
        }

        double between50() {
            return millis(between, 50);
        }

        double between99() {
            return millis(between, 99);
        }

        double serverMicros() {
            return used.server().toNanos() / 1e3 / browsers.getTotalCount();
        }
    }

    void run() throws Exception {
        report.part("P12  from the record of an outcome to its browser, beside %,d idle watchers and beside %,d"
                .formatted(scale.watchers(), scale.few()));
        List<Visitor> many = room.visitors(scale.watchers());
        List<Visitor> few = room.visitors(scale.few());
        try (Server crowded = room.start(Holder.NOTIFIER, "many", scale.holderJvm());
                Server calm = room.start(Holder.NOTIFIER, "few", scale.holderJvm());
                Browsers others = Browsers.start(room.folder().resolve("browsers-few.log"));
                Party _ = room.come(many, crowded);
                Party _ = room.come(others, few, calm);
                Tap tap = new Tap(room.backend())) {
            report.started("many idle watchers", crowded);
            report.started("few idle watchers", calm);
            Side manySide = new Side(crowded, room.browsers());
            Side fewSide = new Side(calm, others);
            List<Kind> kinds = scale.paced().stream()
                    .flatMap(pace -> List.of(new Kind(true, pace), new Kind(false, pace)).stream())
                    .toList();
            say(new Rounds<Kind, Turn>(scale.warmUp(), scale.rounds())
                    .take(
                            kinds,
                            (kind, counts) -> turn(kind, kind.isMany() ? manySide : fewSide, tap, counts),
                            (round, kind, turn) -> report.turn(
                                    round,
                                    kind.inWords(),
                                    inWords(
                                            "p50 %6.2f ms, p99 %6.2f; consumer %6.2f, %6.2f; %6.1f µs for each",
                                            turn.p50(),
                                            turn.p99(),
                                            turn.consumer50(),
                                            turn.consumer99(),
                                            turn.serverMicros()),
                                    turn.used().others())));
        }
    }

    private Turn turn(Kind kind, Side side, Tap tap, boolean counts) throws Exception {
        // What compiles code are outcomes, not the time between them.
        int pace = counts
                ? kind.pace()
                : scale.paced().stream().max(Integer::compare).orElseThrow();
        List<Visitor> visitors = room.visitors(scale.outcomesAt(pace));
        try (Party party = room.come(side.browsers(), visitors, side.server())) {
            Tap.Reading reading = tap.read(visitors.size(), scale.patience());
            Meter meter = Meter.start(
                    List.of(side.server().process()),
                    room.backend(),
                    List.of(side.browsers().process()));
            long begun = System.nanoTime() + LEAD_NANOS;
            room.records().write(visitors.stream().map(Visitor::outcome).toList(), begun, pace);
            party.awaitTold(scale.patience());
            Meter.Used used = meter.stop();
            List<Seen> seen = party.seen();
            WatchRoom.check(visitors, seen);
            return turn(visitors, seen, reading.get(scale.patience()), begun, pace, used);
        }
    }

    private static Turn turn(
            List<Visitor> visitors,
            List<Seen> seen,
            Map<String, Long> consumed,
            long begun,
            int pace,
            Meter.Used used) {
        Histogram browsers = new Histogram(DIGITS);
        Histogram consumer = new Histogram(DIGITS);
        Histogram between = new Histogram(DIGITS);
        for (int i = 0; i < visitors.size(); i++) {
            @Nullable Long there = consumed.get(visitors.get(i).id());
            if (there == null) {
                throw new IllegalStateException("Kafka's consumer has an outcome of nobody's");
            }
            long due = Records.due(begun, i, pace);
            browsers.recordValue(Math.max(0, seen.get(i).toldAt() - due));
            consumer.recordValue(Math.max(0, there - due));
            between.recordValue(Math.max(0, seen.get(i).toldAt() - there));
        }
        return new Turn(browsers, consumer, between, used);
    }

    private void say(Map<Kind, Medians<Turn>> medians) {
        report.note("");
        report.row("medians, ms", "      p50      p99   consumer's p50, p99    beyond it p50, p99   µs for each");
        medians.forEach((kind, all) -> report.row(
                kind.inWords(),
                inWords(
                        "%9.2f %8.2f %12.2f %8.2f %13.2f %8.2f %13.1f",
                        all.of(Turn::p50),
                        all.of(Turn::p99),
                        all.of(Turn::consumer50),
                        all.of(Turn::consumer99),
                        all.of(Turn::between50),
                        all.of(Turn::between99),
                        all.of(Turn::serverMicros))));
        int first = scale.paced().getFirst();
        for (int pace : scale.paced()) {
            Medians<Turn> many = medians.getOrDefault(new Kind(true, pace), new Medians<>(List.of()));
            Medians<Turn> few = medians.getOrDefault(new Kind(false, pace), new Medians<>(List.of()));
            String p99 = "p99 at %,d/s beside many idle watchers, to few".formatted(pace);
            double ratio = many.beside(few, Turn::p99);
            report.add(pace == first ? Goal.most("P12", p99, ratio, 1.3, 1.1) : Goal.only(p99, ratio));
            report.add(Goal.only("p50 of the same", many.beside(few, Turn::p50)));
            report.add(Goal.only(
                    "p50 at %,d/s beside many, to Kafka's consumer".formatted(pace),
                    many.beside(many, Turn::p50, Turn::consumer50)));
            report.add(Goal.only("p99 of the same", many.beside(many, Turn::p99, Turn::consumer99)));
        }
    }
}
