/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.registry.RelyingParties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** The fan-out of one instance. */
final class Instance implements AutoCloseable {

    static final PartyTopicSettings CREATING = new PartyTopicSettings(true, 3, Duration.ofDays(7), 1);

    final MeterRegistry meters = new SimpleMeterRegistry();
    private final EventPublisher publisher;
    private final FanOut fanOut;

    private Instance(
            Map<String, String> kafka, String group, Supplier<RelyingParties> registry, PartyTopicSettings settings) {
        KafkaProperties properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(kafka.get("bootstrap.servers")));
        properties.getProperties().putAll(kafka);
        KafkaClients clients = new KafkaClients(properties);
        publisher = clients.publisher("notifier-service");
        fanOut = FanOutConfiguration.fanOut(
                clients, publisher, registry, new FanOutProperties(group, settings), Clock.systemUTC(), meters);
        fanOut.start();
    }

    static Instance start(
            String bootstrapServers, String group, Supplier<RelyingParties> registry, PartyTopicSettings settings) {
        return start(Map.of("bootstrap.servers", bootstrapServers), group, registry, settings);
    }

    /** The same with more settings for Kafka's clients. */
    static Instance start(
            Map<String, String> kafka, String group, Supplier<RelyingParties> registry, PartyTopicSettings settings) {
        return new Instance(kafka, group, registry, settings);
    }

    boolean isRunning() {
        return fanOut.isRunning();
    }

    double count(String party, String result) {
        return meters.counter("uptext.party.topic.notices", "relying_party", party, "result", result)
                .count();
    }

    @Override
    public void close() {
        fanOut.stop();
        publisher.close();
    }
}
