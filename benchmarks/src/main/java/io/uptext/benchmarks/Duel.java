/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.load.Answered;
import io.uptext.benchmarks.load.Load;
import io.uptext.benchmarks.load.TwilioTexts;
import io.uptext.benchmarks.machine.Cpu;
import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.server.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends the same load to one contender after another, and sees to it that Kafka has what was acknowledged. */
final class Duel {

    private final Backend backend;
    private final Load load;
    private final TwilioTexts texts;
    private final int connections;

    Duel(Backend backend, Load load, TwilioTexts texts, int connections) {
        this.backend = backend;
        this.load = load;
        this.texts = texts;
        this.connections = connections;
    }

    /** One contender's turn, with that many requests. */
    Round round(Server server, int count) throws Exception {
        byte[][] requests = texts.write(count);
        long before = backend.records();
        List<ProcessHandle> serving = List.of(server.process());
        List<ProcessHandle> loading = List.of(ProcessHandle.current());
        List<ProcessHandle> all = new ArrayList<>(backend.processes());
        all.addAll(serving);
        all.addAll(loading);

        Duration serverBefore = Cpu.of(serving);
        Duration backendBefore = Cpu.of(backend.processes());
        Duration loadBefore = Cpu.of(loading);
        Duration allBefore = Cpu.of(all);
        Duration machineBefore = Cpu.ofAll();
        Answered answered = load.send(requests, server.port(), connections);
        Duration ours = Cpu.of(all).minus(allBefore);
        Duration others = Cpu.ofAll().minus(machineBefore).minus(ours);
        Round round = new Round(
                answered,
                Cpu.of(serving).minus(serverBefore),
                Cpu.of(backend.processes()).minus(backendBefore),
                Cpu.of(loading).minus(loadBefore),
                Math.max(
                        0,
                        (double) others.toNanos()
                                / answered.nanos()
                                / Runtime.getRuntime().availableProcessors()));

        long appended = backend.records() - before;
        if (appended != count) {
            throw new IllegalStateException(
                    "%d requests were acknowledged, and Kafka has %d records more".formatted(count, appended));
        }
        return round;
    }
}
