/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.testkit.backend.Backends;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;

/** A container as ours are, on topics of the test's own or of the catalogue. */
final class Listening implements AutoCloseable {

    static final int PARTITIONS = 2;

    final String topic;
    final String group = "group-" + UUID.randomUUID();
    /** How often partitions have been taken away from it. */
    final AtomicInteger lost = new AtomicInteger();

    final ConcurrentMessageListenerContainer<byte[], byte[]> container;

    private Listening(String topic, Object listener, CommonErrorHandler policy, Map<String, Object> more) {
        this.topic = topic;
        Map<String, Object> settings = new HashMap<>(clients().consumerSettings());
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.putAll(more);
        ContainerProperties properties = new ContainerProperties(topic);
        properties.setGroupId(group);
        properties.setMessageListener(listener);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setSyncCommits(false);
        properties.setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                lost.incrementAndGet();
            }
        });
        container = new ConcurrentMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(settings), properties);
        container.setConcurrency(PARTITIONS);
        container.setBeanName("listening");
        container.setCommonErrorHandler(policy);
    }

    static Listening to(String topic, Object listener, CommonErrorHandler policy, Map<String, Object> more) {
        return new Listening(topic, listener, policy, more);
    }

    static KafkaClients clients() {
        KafkaProperties properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(Backends.kafka().bootstrapServers()));
        return new KafkaClients(properties);
    }

    static String newTopic() throws InterruptedException, ExecutionException {
        String topic = "topic-" + UUID.randomUUID();
        try (Admin admin = Admin.create(broker())) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        return topic;
    }

    static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(broker(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> broker() {
        return Map.of("bootstrap.servers", Backends.kafka().bootstrapServers());
    }

    /** Sends numbers, the even ones to one partition and the odd ones to the other. */
    static void send(String topic, int from, int to) {
        try (var producer = producer()) {
            for (int number = from; number < to; number++) {
                var _ = producer.send(new ProducerRecord<>(
                        topic,
                        number % PARTITIONS,
                        new byte[0],
                        Integer.toString(number).getBytes(UTF_8)));
            }
            producer.flush();
        }
    }

    /** How many records of all partitions the group will not be given again. */
    long committed() {
        try (Admin admin = Admin.create(broker())) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        container.stop();
    }
}
