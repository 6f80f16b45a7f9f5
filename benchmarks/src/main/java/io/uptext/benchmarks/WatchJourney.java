/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static io.uptext.benchmarks.WatchReport.inWords;

import io.uptext.benchmarks.browser.Party;
import io.uptext.benchmarks.browser.Seen;
import io.uptext.benchmarks.join.Joiner;
import io.uptext.benchmarks.join.Journeys;
import io.uptext.benchmarks.join.SignIns;
import io.uptext.benchmarks.load.Posts;
import io.uptext.benchmarks.load.TwilioTexts;
import io.uptext.benchmarks.server.BenchedParty;
import io.uptext.benchmarks.server.Contender;
import io.uptext.benchmarks.server.Creator;
import io.uptext.benchmarks.server.Server;
import io.uptext.benchmarks.watch.Holder;
import io.uptext.benchmarks.watch.Records;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** P14: from the POST of a signed text to the first byte at the browser, through all four services, beside two hops in Kafka. */
final class WatchJourney {

    /** Code that is slow at first is used often before it counts: rounds of their own, and so many times as fast. */
    private static final int MORE_WARM_UP = 3;

    private static final int FASTER = 4;
    private static final int CONNECTIONS = 32;
    private static final int CREATORS = 16;
    private static final int DIGITS = 3;
    private static final long LEAD_NANOS = 200_000_000;

    private final String run = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    private final TwilioTexts texts = new TwilioTexts(Clock.systemUTC());
    private final SignIns signIns = new SignIns(Clock.systemUTC());
    private final WatchRoom room;
    private final WatchScale scale;
    private final WatchReport report;
    private int phones;

    WatchJourney(WatchRoom room, WatchScale scale, WatchReport report) {
        this.room = room;
        this.scale = scale;
        this.report = report;
    }

    private enum Way {
        SERVICES,
        TWO_HOPS
    }

    /** One turn. */
    private record Turn(Histogram latencies, Meter.Used used) {

        double p50() {
            return latencies.getValueAtPercentile(50) / 1e6;
        }

        double p99() {
            return latencies.getValueAtPercentile(99) / 1e6;
        }

        double allMicros() {
            return used.server().plus(used.kafka()).plus(used.redis()).toNanos() / 1e3 / latencies.getTotalCount();
        }
    }

    /** The four, and who asks the first for challenges. */
    private record Services(Server creator, Server door, Joiner.Contender verifier, Server notifier, Site site) {

        List<ProcessHandle> processes() {
            return List.of(creator.process(), door.process(), verifier.process(), notifier.process());
        }
    }

    void run() throws Exception {
        report.part("P14  from the POST of a text to its browser, %,d a second".formatted(scale.journeys()));
        try (Server creator = Creator.SERVICE.start(room.backend(), room.folder(), scale.holderJvm());
                Server door = Contender.DOOR.start(room.backend(), room.folder(), scale.holderJvm());
                Joiner.Contender verifier = Joiner.VERIFIER.start(room.backend(), room.folder(), JoinBenchmark.JVM);
                Server notifier = room.start(Holder.NOTIFIER, "journey", scale.holderJvm());
                Joiner.Contender hops = Joiner.TWO_HOPS.start(room.backend(), room.folder(), JoinBenchmark.JVM);
                Journeys hopped = new Journeys(hops);
                Site site = new Site(creator, BenchedParty.KEY)) {
            report.started("challenge-service", creator);
            report.started("inbound-sms-service", door);
            report.started("notifier-service", notifier);
            report.note("verifier-service: process %d, two hops: process %d"
                    .formatted(verifier.process().pid(), hops.process().pid()));
            Services services = new Services(creator, door, verifier, notifier, site);
            say(new Rounds<Way, Turn>(MORE_WARM_UP * scale.warmUp(), scale.rounds())
                    .take(
                            List.of(Way.values()),
                            (way, counts) -> {
                                int pace = counts ? scale.journeys() : FASTER * scale.journeys();
                                return way == Way.SERVICES
                                        ? throughAll(services, pace)
                                        : throughTwo(hops, hopped, pace);
                            },
                            (round, way, turn) -> report.turn(
                                    round,
                                    title(way),
                                    inWords(
                                            "p50 %6.2f ms, p99 %6.2f ms, %6.0f µs for each",
                                            turn.p50(), turn.p99(), turn.allMicros()),
                                    turn.used().others())));
        }
    }

    private Turn throughAll(Services services, int pace) throws Exception {
        int count = scale.outcomesAt(pace);
        int first = phones;
        phones += count;
        List<Site.Created> created = create(services.site(), first, count);
        byte[][] requests = new byte[count][];
        for (int i = 0; i < count; i++) {
            requests[i] = texts.write(
                    "SM%s%08x".formatted(run, first + i),
                    number(first + i),
                    created.get(i).text());
        }
        List<String> tokens = created.stream().map(Site.Created::waitToken).toList();
        try (Party party = room.browsers().come(tokens, services.notifier().port())) {
            party.awaitWaiting(scale.patience());
            return texted(services, party, requests, pace);
        }
    }

    private Turn texted(Services services, Party party, byte[][] requests, int pace) throws Exception {
        try (Posts posts = new Posts(services.door().port(), CONNECTIONS)) {
            Meter meter = Meter.start(
                    services.processes(),
                    room.backend(),
                    List.of(room.browsers().process()));
            long begun = System.nanoTime() + LEAD_NANOS;
            posts.send(requests, begun, pace, scale.patience());
            party.awaitTold(scale.patience());
            Meter.Used used = meter.stop();
            List<Seen> seen = party.seen();
            Histogram latencies = new Histogram(DIGITS);
            for (int i = 0; i < requests.length; i++) {
                latencies.recordValue(Math.max(0, seen.get(i).toldAt() - Records.due(begun, i, pace)));
            }
            return new Turn(latencies, used);
        }
    }

    private Turn throughTwo(Joiner.Contender hops, Journeys hopped, int pace) throws Exception {
        Meter meter = Meter.start(hops.process(), room.backend());
        Histogram latencies = hopped.measure(signIns.next(scale.outcomesAt(pace)), pace);
        return new Turn(latencies, meter.stop());
    }

    private static List<Site.Created> create(Site site, int first, int count) throws Exception {
        try (ExecutorService creators = Executors.newFixedThreadPool(CREATORS)) {
            List<Future<Site.Created>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String number = number(first + i);
                all.add(creators.submit(() -> site.create(number)));
            }
            List<Site.Created> created = new ArrayList<>();
            for (Future<Site.Created> each : all) {
                created.add(each.get());
            }
            return created;
        }
    }

    private static String number(int phone) {
        return "+4670%07d".formatted(phone);
    }

    private static String title(Way way) {
        return switch (way) {
            case SERVICES -> "four services";
            case TWO_HOPS -> "two hops in Kafka";
        };
    }

    private void say(Map<Way, Medians<Turn>> medians) {
        report.note("");
        report.row("medians", "   p50 ms   p99 ms   µs for each, Kafka and Redis included");
        medians.forEach((way, all) -> report.row(
                title(way),
                inWords("%9.2f %8.2f %8.0f", all.of(Turn::p50), all.of(Turn::p99), all.of(Turn::allMicros))));
        Medians<Turn> ours = medians.getOrDefault(Way.SERVICES, new Medians<>(List.of()));
        Medians<Turn> bare = medians.getOrDefault(Way.TWO_HOPS, new Medians<>(List.of()));
        report.add(Goal.most(
                "P14", "p50 from the POST to the browser, to two hops", ours.beside(bare, Turn::p50), 2.5, 1.5));
        report.add(Goal.most("P14", "p99 of the same", ours.beside(bare, Turn::p99), 2, 1.5));
    }
}
