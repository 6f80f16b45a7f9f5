/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.TopicReader;
import io.uptext.platform.redis.RedisProperties;
import io.uptext.verifier.VerifierProperties;
import io.uptext.verifier.miss.MissLimits;
import io.uptext.verifier.miss.MissReader;
import io.uptext.verifier.miss.Misses;
import io.uptext.verifier.redis.RedisConnections;
import io.uptext.verifier.redis.RedisJoinStore;
import io.uptext.verifier.system.Log;
import io.uptext.verifier.system.World;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** A verifier that is put together by hand, so that a part of it can be broken. */
final class Handmade implements AutoCloseable {

    private static final int OF_SENDER = 5;
    private static final int OF_DESTINATION = 500;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final Duration LOCK = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int MOST_KNOWN = 1000;

    private final RedisConnections redis;
    private final TopicReader missReader;
    private final EventPublisher publisher;
    private final Listeners listeners;

    private Handmade(World world, Parts parts, String publishTo) {
        KafkaClients clients = clients(world.bootstrapServers());
        MissLimits limits = new MissLimits(OF_SENDER, OF_DESTINATION, WITHIN, LOCK);
        Pepper pepper = new Pepper(world.pepper());
        Misses misses = new Misses(limits, pepper);
        this.redis = new RedisConnections(new RedisProperties(world.redisUri(), Duration.ofSeconds(2), false));
        this.missReader = MissReader.of(clients, misses, limits, world.clock());
        this.publisher = clients(publishTo).publisher("verifier-service");
        this.listeners = new Containers(
                        clients,
                        () -> parts.store().apply(new RedisJoinStore(redis.redis(), MOST_KNOWN)),
                        new Arrivals(pepper, misses, world.clock()),
                        new Publishing(publisher, pepper, misses),
                        world.clock(),
                        new VerifierProperties(
                                world.pepper(),
                                Log.GROUP,
                                1,
                                GRACE,
                                new VerifierProperties.Misses(OF_SENDER, OF_DESTINATION, WITHIN, LOCK)))
                .listeners();
        KafkaMessageListenerContainer<byte[], byte[]> container = container();
        container.getContainerProperties().setMessageListener(parts.listener().apply(listener(container)));
        if (parts.errors() != null) {
            container.setCommonErrorHandler(parts.errors().get());
        }
    }

    /**
     * Starts one.
     *
     * @param publishTo the broker that takes what it says
     */
    static Handmade start(World world, Parts parts, String publishTo) {
        Handmade made = new Handmade(world, parts, publishTo);
        made.missReader.start();
        made.listeners.start();
        return made;
    }

    @SuppressWarnings("unchecked")
    private static BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> listener(
            KafkaMessageListenerContainer<byte[], byte[]> container) {
        return (BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]>)
                Objects.requireNonNull(container.getContainerProperties().getMessageListener());
    }

    static KafkaClients clients(String bootstrapServers) {
        KafkaProperties properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(bootstrapServers));
        return new KafkaClients(properties);
    }

    private KafkaMessageListenerContainer<byte[], byte[]> container() {
        return listeners.containers().getFirst();
    }

    boolean isRunning() {
        return container().isRunning();
    }

    @Override
    public void close() {
        listeners.stop();
        missReader.stop();
        publisher.close();
        redis.close();
    }
}
