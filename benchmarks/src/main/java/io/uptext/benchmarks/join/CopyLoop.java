/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The least that reads records and writes as many, on one thread. */
final class CopyLoop implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(500);
    private static final int POLL_RECORDS = 2_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final String target;
    private final boolean isSafe;
    private final Thread thread;

    private CopyLoop(String bootstrapServers, List<String> sources, String target, boolean isSafe) {
        this.consumer = new KafkaConsumer<>(
                consumerSettings(bootstrapServers, target), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.producer = new KafkaProducer<>(
                producerSettings(bootstrapServers, isSafe), new ByteArraySerializer(), new ByteArraySerializer());
        this.target = target;
        this.isSafe = isSafe;
        consumer.subscribe(sources);
        this.thread = Thread.ofPlatform().name("copy").start(this::run);
    }

    /** Commits a poll once Kafka has its copies. */
    static CopyLoop safe(String bootstrapServers, List<String> sources, String target) {
        return new CopyLoop(bootstrapServers, sources, target, true);
    }

    /** Waits for nothing. */
    static CopyLoop prompt(String bootstrapServers, List<String> sources, String target) {
        return new CopyLoop(bootstrapServers, sources, target, false);
    }

    private void run() {
        try (consumer;
                producer) {
            while (true) {
                copy(consumer.poll(WAIT));
            }
        } catch (WakeupException e) {
            // Closed.
        }
    }

    private void copy(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            var _ = producer.send(new ProducerRecord<>(target, null, record.key(), record.value(), record.headers()));
        }
        if (isSafe && !records.isEmpty()) {
            producer.flush();
        }
        if (!records.isEmpty()) {
            consumer.commitAsync();
        }
    }

    /** As the verifier's, as far as they matter here. */
    private static Map<String, Object> consumerSettings(String bootstrapServers, String group) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        return settings;
    }

    private static Map<String, Object> producerSettings(String bootstrapServers, boolean isSafe) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, isSafe ? 5 : 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        return settings;
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
