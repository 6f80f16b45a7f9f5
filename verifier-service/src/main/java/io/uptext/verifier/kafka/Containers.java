/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.topic.Topic;
import io.uptext.platform.kafka.ErrorPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** How the verifier listens: big polls, one commit for each after its outcomes are in Kafka. */
public final class Containers {

    private static final int POLL_RECORDS = 1000;
    private static final Duration IDLE_AFTER = Duration.ofMillis(500);

    private Containers() {}

    /**
     * Makes the container of both joined topics.
     *
     * <p>A batch that fails is tried again without end ({@link ErrorPolicy}): what fails here is Redis or Kafka, never the
     * record, since unreadable records have gone to the dead letters before.
     */
    public static ConcurrentMessageListenerContainer<byte[], byte[]> arrivals(
            Map<String, Object> consumerSettings,
            ArrivalListener listener,
            String group,
            int concurrency,
            ApplicationEventPublisher events) {
        Map<String, Object> settings = new HashMap<>(consumerSettings);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        // "range" gives a consumer the same partitions of both topics.
        settings.put(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG, "range");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        ContainerProperties container =
                new ContainerProperties(Topic.CHALLENGES.topicName(), Topic.INBOUND_SMS.topicName());
        container.setGroupId(group);
        container.setMessageListener(listener);
        container.setAckMode(ContainerProperties.AckMode.BATCH);
        container.setSyncCommits(false);
        container.setIdleEventInterval(IDLE_AFTER.toMillis());
        container.setMissingTopicsFatal(false);
        ConcurrentMessageListenerContainer<byte[], byte[]> arrivals =
                new ConcurrentMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(settings), container);
        arrivals.setConcurrency(concurrency);
        arrivals.setBeanName("arrivals");
        arrivals.setCommonErrorHandler(ErrorPolicy.of("arrivals"));
        arrivals.setApplicationEventPublisher(events);
        return arrivals;
    }
}
