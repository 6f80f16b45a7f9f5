/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.browser.Browsers;
import io.uptext.benchmarks.browser.Party;
import io.uptext.benchmarks.browser.Seen;
import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.server.Server;
import io.uptext.benchmarks.watch.Holder;
import io.uptext.benchmarks.watch.Records;
import io.uptext.benchmarks.watch.Visitor;
import io.uptext.benchmarks.watch.Visitors;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What each part of {@link WatchBenchmark} stands in: a Kafka and a Redis, and a process of browsers. */
final class WatchRoom implements AutoCloseable {

    private final Path folder;
    private final WatchScale scale;
    private final Backend backend;
    private final Browsers browsers;
    private final Records records;
    private final Visitors visitors = new Visitors(Clock.systemUTC());

    private WatchRoom(Path folder, WatchScale scale) {
        this.folder = folder;
        this.scale = scale;
        this.backend = Backend.start(folder);
        this.browsers = Browsers.start(folder.resolve("browsers.log"));
        this.records = new Records(backend, 0);
    }

    /** Opens one, where nobody has been before. */
    static WatchRoom open(Path folder, WatchScale scale, WatchReport report) {
        WatchRoom room = new WatchRoom(folder, scale);
        report.note("browsers: process %d, by the same clock within %d µs"
                .formatted(
                        room.browsers.process().pid(),
                        room.browsers.compareClocks().toNanos() / 1_000));
        return room;
    }

    Backend backend() {
        return backend;
    }

    Browsers browsers() {
        return browsers;
    }

    Records records() {
        return records;
    }

    Path folder() {
        return folder;
    }

    /** Starts a holder, whose log has this name. */
    Server start(Holder holder, String name, List<String> options) {
        return holder.start(backend, folder, name, options);
    }

    /** Visitors whose challenges are in Kafka. */
    List<Visitor> visitors(int count) {
        List<Visitor> all = visitors.next(count);
        records.write(all.stream().map(Visitor::challenge).toList());
        return all;
    }

    /** Visitors whose challenges nobody has written. */
    List<Visitor> strangers(int count) {
        return visitors.next(count);
    }

    /** Has them come to a holder, and waits until all of them wait. */
    Party come(List<Visitor> all, Server holder) {
        return come(browsers, all, holder);
    }

    /** The same, in another process of browsers. */
    Party come(Browsers others, List<Visitor> all, Server holder) {
        Party party = others.come(all.stream().map(Visitor::token).toList(), holder.port());
        party.awaitWaiting(scale.patience());
        return party;
    }

    /** Writes the outcomes of some, which are to be told. */
    void tell(List<Visitor> all) {
        records.write(all.stream().map(Visitor::outcome).toList());
    }

    Meter meter(Server holder) {
        return Meter.start(List.of(holder.process()), backend, List.of(browsers.process()));
    }

    /**
     * Sees to it that everybody has learned their own outcome.
     *
     * @throws IllegalStateException if one has another's, or none
     */
    static void check(List<Visitor> visitors, List<Seen> seen) {
        for (int i = 0; i < visitors.size(); i++) {
            if (seen.get(i).toldAt() == 0
                    || seen.get(i).ending() != visitors.get(i).ending()) {
                throw new IllegalStateException("Browser %,d has not learned its own outcome".formatted(i));
            }
        }
    }

    @Override
    public void close() {
        records.close();
        browsers.close();
        backend.close();
    }
}
