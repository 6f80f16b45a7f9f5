/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.contracts.topic.Topic;
import io.uptext.platform.kafka.ErrorPolicy;
import io.uptext.platform.kafka.KafkaClients;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** Delivers webhooks from start to stop. */
final class Deliveries implements SmartLifecycle {

    private static final Duration IDLE_AFTER = Duration.ofMillis(100);
    private static final Duration SHOW_EVERY = Duration.ofSeconds(5);
    private static final int POLL_RECORDS = 1000;

    private final KafkaMessageListenerContainer<byte[], byte[]> container;
    private final Courier courier;
    private final DeliveryLine line;
    private final Numbers numbers;
    private final Clock clock;
    private volatile boolean isStopped;

    Deliveries(
            KafkaClients clients,
            String group,
            DeliveryListener listener,
            Courier courier,
            DeliveryLine line,
            Numbers numbers,
            Clock clock) {
        this.container = container(clients, group, listener);
        this.courier = courier;
        this.line = line;
        this.numbers = numbers;
        this.clock = clock;
    }

    private static KafkaMessageListenerContainer<byte[], byte[]> container(
            KafkaClients clients, String group, DeliveryListener listener) {
        ContainerProperties properties = new ContainerProperties(Topic.WEBHOOK_DELIVERIES.topicName());
        properties.setGroupId(group);
        properties.setMessageListener(listener);
        // Nothing is acknowledged: what is committed is where the next owner has to begin, and not what was read.
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setIdleEventInterval(IDLE_AFTER.toMillis());
        properties.setIdleBeforeDataMultiplier(1);
        properties.setPollTimeout(IDLE_AFTER.toMillis());
        properties.setShutdownTimeout(Ownership.HANDOVER.plusSeconds(5).toMillis());
        properties.setMissingTopicsFatal(false);
        properties.setConsumerRebalanceListener(listener);
        KafkaMessageListenerContainer<byte[], byte[]> made =
                new KafkaMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(settings(clients)), properties);
        made.setBeanName("webhook-deliveries");
        made.setCommonErrorHandler(ErrorPolicy.of("webhook-deliveries"));
        made.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle) {
                listener.onIdle(idle.getConsumer());
            }
        });
        return made;
    }

    private static Map<String, Object> settings(KafkaClients clients) {
        Map<String, Object> settings = new HashMap<>(clients.consumerSettings());
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        return settings;
    }

    @Override
    public void start() {
        line.execute(this::show);
        container.start();
    }

    private void show() {
        if (!isStopped) {
            numbers.show(courier.backlogs(), clock.instant());
            line.at(clock.instant().plus(SHOW_EVERY), this::show);
        }
    }

    /** Waits for what is under way, as at every change of owners. */
    @Override
    public void stop() {
        isStopped = true;
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    /** Whether nothing is wrong; a container that has stopped by itself, at an error of the machine, delivers no more. */
    boolean isWell() {
        return isStopped || (container.isRunning() && !line.hasFailed());
    }

    /** After the views, of which it asks whether webhooks may be asked. */
    @Override
    public int getPhase() {
        return 1;
    }
}
