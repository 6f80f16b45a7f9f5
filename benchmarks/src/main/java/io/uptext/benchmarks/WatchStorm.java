/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static io.uptext.benchmarks.WatchReport.inWords;

import io.uptext.benchmarks.browser.Comeback;
import io.uptext.benchmarks.browser.Party;
import io.uptext.benchmarks.browser.Seen;
import io.uptext.benchmarks.server.Server;
import io.uptext.benchmarks.watch.Holder;
import io.uptext.benchmarks.watch.Visitor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/**
 * All connections of a process break, and its browsers turn to another: at once when it was killed, as told when it stops in good
 * order. Meanwhile challenges are decided, and nobody may miss that.
 */
final class WatchStorm {

    /** Of so many browsers, one is told during each storm. */
    private static final int SHARE = 10;

    private static final int PACE = 500;
    private static final double GOAL_SECONDS = 15;
    private static final int DIGITS = 3;

    private final WatchRoom room;
    private final WatchScale scale;
    private final WatchReport report;

    WatchStorm(WatchRoom room, WatchScale scale, WatchReport report) {
        this.room = room;
        this.scale = scale;
        this.report = report;
    }

    /** Two storms and the rest of the outcomes; the first process ends, and so does the second. */
    void survive(List<Visitor> visitors, Party party, Server first, Server second) throws Exception {
        int share = visitors.size() / SHARE;
        party.comeBack(second.port(), Comeback.AT_ONCE);
        double killed = storm(
                "kill -9",
                visitors.subList(0, share),
                visitors,
                party,
                second,
                () -> first.jvm().kill());
        report.add(Goal.most("P11", "seconds until a storm after kill -9 is healed", killed, GOAL_SECONDS));
        try (Server third = room.start(Holder.NOTIFIER, "third", scale.holderJvm())) {
            report.started("notifier-service, third, which has just begun", third);
            party.comeBack(third.port(), Comeback.AS_TOLD);
            double stopped = storm("stop", visitors.subList(share, 2 * share), visitors, party, third, second::close);
            report.add(Goal.only("seconds until all have moved when one stops in good order", stopped));
            room.tell(visitors.subList(2 * share, visitors.size()));
            party.awaitTold(scale.patience());
            WatchRoom.check(visitors, party.seen());
            report.note("each has learned its own outcome, none was lost: "
                    + party.count().inWords());
        }
    }

    /** How many seconds it takes until all have their states, or know their outcomes. */
    private double storm(String name, List<Visitor> told, List<Visitor> all, Party party, Server target, Runnable end)
            throws Exception {
        Meter meter = room.meter(target);
        long begun = System.nanoTime();
        CompletableFuture<Void> outcomes = CompletableFuture.runAsync(
                () -> room.records().write(told.stream().map(Visitor::outcome).toList(), begun, PACE));
        // Who stops in good order may take its time.
        CompletableFuture<Void> ending = CompletableFuture.runAsync(end);
        ending.join();
        party.awaitHealed(scale.patience());
        outcomes.join();
        double others = meter.stop().others();
        List<Seen> seen = party.seen();
        Histogram gaps = new Histogram(DIGITS);
        long last = begun;
        for (int i = 0; i < all.size(); i++) {
            Seen each = seen.get(i);
            if (each.lostAt() != 0) {
                long back = Math.max(each.stateAt(), each.toldAt());
                gaps.recordValue(Math.max(0, back - each.lostAt()));
                last = Math.max(last, back);
            }
        }
        double seconds = (last - begun) / 1e9;
        report.note(inWords(
                "%s: %,d connections broke; all healed after %.1f s, each within p50 %.2f s, p99 %.2f s; others %.0f %%%s",
                name,
                gaps.getTotalCount(),
                seconds,
                gaps.getValueAtPercentile(50) / 1e9,
                gaps.getValueAtPercentile(99) / 1e9,
                100 * others,
                Meter.judgement(others)));
        return seconds;
    }
}
