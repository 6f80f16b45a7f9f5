/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.smpp.Acknowledged;
import io.uptext.benchmarks.smpp.Way;
import io.uptext.simulator.traffic.Load;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends the same load by one way after the other, and sees to it that Kafka has what was acknowledged. */
final class SmppRounds {

    /** What the turns of one way at one pace have in common. */
    record Kind(Way way, Load load) {}

    private final Backend backend;
    private final List<Way> ways;
    private final SmppReport report;
    private final Map<Kind, List<SmppTurn>> done = new HashMap<>();

    SmppRounds(Backend backend, List<Way> ways, SmppReport report) {
        this.backend = backend;
        this.ways = new ArrayList<>(ways);
        this.report = report;
    }

    /** One turn for each way at each pace. */
    void round(String name, List<Load> loads, boolean counts) throws Exception {
        for (Load load : loads) {
            for (Way way : ways) {
                SmppTurn turn = turn(way, load);
                report.progress(name, new Kind(way, load), turn);
                if (counts) {
                    done.computeIfAbsent(new Kind(way, load), _ -> new ArrayList<>())
                            .add(turn);
                }
            }
        }
        // Who comes after whom is the luck of nobody.
        Collections.rotate(ways, 1);
    }

    Medians<SmppTurn> medians(Kind kind) {
        return new Medians<>(done.getOrDefault(kind, List.of()));
    }

    private SmppTurn turn(Way way, Load load) throws Exception {
        long before = backend.records();
        Meter meter = Meter.start(way.process(), backend);
        Acknowledged acknowledged = way.send(load);
        Meter.Used used = meter.stop();
        long appended = backend.records() - before;
        if (appended != load.count()) {
            throw new IllegalStateException("%d messages were acknowledged, and Kafka has %d records more"
                    .formatted(acknowledged.messages(), appended));
        }
        return new SmppTurn(acknowledged, used);
    }
}
