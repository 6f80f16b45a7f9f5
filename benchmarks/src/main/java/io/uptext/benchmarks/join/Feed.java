/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import io.uptext.benchmarks.server.Backend;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Gives a contender all its work at once: the records are in Kafka before, in a transaction, and whoever reads what is
 * committed sees none of them until it ends. So the writing takes no time of a contender's, and nobody needs a stop.
 */
public final class Feed implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int BUFFER_BYTES = 64 * 1024 * 1024;

    private final Producer<byte[], byte[]> producer;

    /** Writes to this Kafka. */
    public Feed(Backend backend) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        backend.kafka().bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "feed-" + UUID.randomUUID(),
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        Math.toIntExact(LONGEST.toMillis()),
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 * 1024,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        (long) BUFFER_BYTES),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Begins to hold back. */
    public void hold() {
        producer.beginTransaction();
    }

    /** A record that nobody sees yet. */
    public void add(ProducerRecord<byte[], byte[]> record) {
        var _ = producer.send(record);
    }

    /** Waits until Kafka has them all. */
    public void flush() {
        producer.flush();
    }

    /**
     * Lets everybody see them.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka does not have one of them
     */
    public void release() {
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close();
    }
}
