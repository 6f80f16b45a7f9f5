/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.load.Answered;
import io.uptext.benchmarks.load.Load;
import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.server.Server;
import io.uptext.contracts.topic.Topic;
import java.util.function.IntFunction;

/** Sends the same load to one contender after another, and sees to it that Kafka has what was acknowledged. */
final class Duel {

    private final Backend backend;
    private final Load load;
    private final IntFunction<byte[][]> requests;
    private final int wanted;
    private final int connections;

    /**
     * Sends over so many connections.
     *
     * @param requests writes as many as it is told to
     * @param wanted the status that each must be answered with
     */
    Duel(Backend backend, Load load, IntFunction<byte[][]> requests, int wanted, int connections) {
        this.backend = backend;
        this.load = load;
        this.requests = requests;
        this.wanted = wanted;
        this.connections = connections;
    }

    /** One contender's turn, with that many requests, each of which is a record more in its topic. */
    Round round(Server server, Topic topic, int count) throws Exception {
        byte[][] written = requests.apply(count);
        long before = backend.records(topic);
        Meter meter = Meter.start(server.process(), backend);
        Answered answered = load.send(written, server.port(), connections, wanted);
        Meter.Used used = meter.stop();

        long appended = backend.records(topic) - before;
        if (appended != count) {
            throw new IllegalStateException(
                    "%d requests were acknowledged, and Kafka has %d records more".formatted(count, appended));
        }
        return new Round(answered, used.server(), used.kafka().plus(used.redis()), used.load(), used.others());
    }
}
