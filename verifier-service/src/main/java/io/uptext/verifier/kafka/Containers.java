/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.topic.Topic;
import io.uptext.platform.kafka.ErrorPolicy;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.verifier.VerifierProperties;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.redis.RedisConnections;
import io.uptext.verifier.redis.RedisJoinStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** How the verifier listens: big polls, one commit for each after its outcomes are in Kafka. */
public final class Containers {

    /** More cost less until then, and beyond it the collector copies what is saved. */
    private static final int POLL_RECORDS = 2000;

    /** Of one partition in one answer, in bytes: as much as a poll takes. */
    private static final int FETCH_BYTES = 1024 * 1024;

    private static final Duration IDLE_AFTER = Duration.ofMillis(500);
    private static final int MOST_KNOWN_SLOTS = 100_000;

    private final KafkaClients clients;
    private final Supplier<JoinStore> stores;
    private final Arrivals arrivals;
    private final Publishing publishing;
    private final Clock clock;
    private final VerifierProperties properties;
    private final List<Pulse> pulses = new ArrayList<>();

    /** Makes containers that stand on all of these. */
    public Containers(
            KafkaClients clients,
            RedisConnections redis,
            Arrivals arrivals,
            Publishing publishing,
            Clock clock,
            VerifierProperties properties) {
        this(
                clients,
                () -> new RedisJoinStore(redis.redis(), MOST_KNOWN_SLOTS),
                arrivals,
                publishing,
                clock,
                properties);
    }

    /** The same on other stores, one for each thread. */
    Containers(
            KafkaClients clients,
            Supplier<JoinStore> stores,
            Arrivals arrivals,
            Publishing publishing,
            Clock clock,
            VerifierProperties properties) {
        this.clients = clients;
        this.stores = stores;
        this.arrivals = arrivals;
        this.publishing = publishing;
        this.clock = clock;
        this.properties = properties;
    }

    /** A container for each consumer thread: each has its own connection to Redis, and remembers its own slots. */
    public Listeners listeners() {
        return new Listeners(
                IntStream.range(0, properties.concurrency())
                        .mapToObj(this::container)
                        .toList(),
                pulses);
    }

    private KafkaMessageListenerContainer<byte[], byte[]> container(int number) {
        ArrivalListener listener = listener();
        ContainerProperties container =
                new ContainerProperties(Topic.CHALLENGES.topicName(), Topic.INBOUND_SMS.topicName());
        container.setGroupId(properties.group());
        container.setMessageListener(listener);
        container.setAckMode(ContainerProperties.AckMode.MANUAL);
        container.setSyncCommits(false);
        container.setIdleEventInterval(IDLE_AFTER.toMillis());
        // Deadlines pass too where nothing has ever come; by default five times as much patience is for that.
        container.setIdleBeforeDataMultiplier(1);
        // Whether it is idle is looked at between polls, and by default they wait ten times as long.
        container.setPollTimeout(IDLE_AFTER.toMillis());
        container.setMissingTopicsFatal(false);
        container.setConsumerRebalanceListener(new Handover(listener));
        KafkaMessageListenerContainer<byte[], byte[]> made =
                new KafkaMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(settings()), container);
        made.setBeanName("arrivals-" + number);
        made.setClientIdSuffix("-" + number);
        made.setCommonErrorHandler(ErrorPolicy.of("arrivals-" + number));
        made.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle) {
                listener.onIdle(idle.getConsumer());
            }
        });
        return made;
    }

    private ArrivalListener listener() {
        JoinStore store = stores.get();
        Progress progress = new Progress(clock);
        Fillings fillings = new Fillings(store, clients, properties.expiryGrace());
        Deadlines deadlines = new Deadlines(store, publishing, fillings, progress, clock, properties.expiryGrace());
        Pulse pulse = new Pulse(System::nanoTime);
        pulses.add(pulse);
        return new ArrivalListener(store, arrivals, publishing, fillings, deadlines, progress, pulse, clock);
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(clients.consumerSettings());
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        // "range" gives a consumer the same partitions of both topics.
        settings.put(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG, "range");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        return settings;
    }

    /** What one owner of a partition remembers is wrong once there has been another. */
    private record Handover(ArrivalListener listener) implements ConsumerAwareRebalanceListener {

        @Override
        public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            listener.beforeRevoked(consumer);
        }

        @Override
        public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            listener.onRevoked(partitions);
        }

        @Override
        public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            listener.onRevoked(partitions);
        }
    }
}
