/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import io.uptext.contracts.topic.Topic;
import io.uptext.platform.kafka.ErrorPolicy;
import io.uptext.platform.kafka.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** The consumer of outcomes of this instance, which shares their partitions with all others. */
public final class FanOut implements SmartLifecycle {

    private static final String NAME = "fan-out";
    private static final int POLL_RECORDS = 2000;
    private static final int FETCH_BYTES = 1024 * 1024;

    /** It may be in the middle of its patience with a topic. */
    private static final Duration STOP_PATIENCE = PartyTopics.PATIENCE.plus(Duration.ofSeconds(5));

    private final KafkaMessageListenerContainer<byte[], byte[]> container;
    private final Upkeep upkeep;
    private volatile boolean isStopped;

    FanOut(KafkaClients clients, OutcomeListener listener, FanOutProperties properties, Upkeep upkeep) {
        this.upkeep = upkeep;
        ContainerProperties settings = new ContainerProperties(Topic.AUTH_OUTCOMES.topicName());
        settings.setGroupId(properties.group());
        settings.setMessageListener(listener);
        settings.setAckMode(ContainerProperties.AckMode.BATCH);
        settings.setSyncCommits(false);
        settings.setMissingTopicsFatal(false);
        settings.setShutdownTimeout(STOP_PATIENCE.toMillis());
        settings.setConsumerRebalanceListener(new Handover(listener));
        container = new KafkaMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(settings(clients)), settings);
        container.setBeanName(NAME);
        container.setCommonErrorHandler(ErrorPolicy.of(NAME));
    }

    private static Map<String, Object> settings(KafkaClients clients) {
        Map<String, Object> settings = new HashMap<>(clients.consumerSettings());
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        // A group that is new, or that was away for too long, begins with all that there is: nothing is passed over.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        return settings;
    }

    @Override
    public void start() {
        upkeep.start();
        container.start();
    }

    @Override
    public void stop() {
        isStopped = true;
        container.stop();
        upkeep.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    /** Whether nothing is wrong; a container that has stopped by itself, at an error of the machine, tells nobody any more. */
    boolean isWell() {
        return isStopped || container.isRunning();
    }

    private record Handover(OutcomeListener listener) implements ConsumerAwareRebalanceListener {

        @Override
        public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            listener.forget(partitions);
        }

        @Override
        public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            listener.forget(partitions);
        }
    }
}
