/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.load.Answered;
import io.uptext.benchmarks.load.Load;
import io.uptext.benchmarks.load.TwilioTexts;
import io.uptext.benchmarks.server.Backend;
import io.uptext.benchmarks.server.Server;

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
        Meter meter = Meter.start(server.process(), backend);
        Answered answered = load.send(requests, server.port(), connections);
        Meter.Used used = meter.stop();

        long appended = backend.records() - before;
        if (appended != count) {
            throw new IllegalStateException(
                    "%d requests were acknowledged, and Kafka has %d records more".formatted(count, appended));
        }
        return new Round(answered, used.server(), used.kafka().plus(used.redis()), used.load(), used.others());
    }
}
