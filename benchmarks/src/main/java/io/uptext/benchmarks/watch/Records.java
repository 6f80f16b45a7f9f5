/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.watch;

import io.uptext.benchmarks.server.Backend;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes events into Kafka as our services would, at once or at a pace. */
public final class Records implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /**
     * Writes to this Kafka.
     *
     * @param lingerMillis how long a record waits for others
     */
    public Records(Backend backend, int lingerMillis) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        backend.kafka().bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        lingerMillis),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Writes them all, and waits until Kafka has them. */
    public void write(List<ProducerRecord<byte[], byte[]>> records) {
        records.forEach(this::send);
        flush();
    }

    /**
     * Writes so many a second, and waits until Kafka has them.
     *
     * @param begun when the first is due, by {@link System#nanoTime()}
     */
    public void write(List<ProducerRecord<byte[], byte[]>> records, long begun, double perSecond) {
        for (int i = 0; i < records.size(); i++) {
            await(due(begun, i, perSecond));
            send(records.get(i));
        }
        flush();
    }

    /** When the record of this number is due at a pace. */
    public static long due(long begun, int number, double perSecond) {
        return begun + (long) (number * 1e9 / perSecond);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        var _ = producer.send(record, (_, reason) -> {
            if (reason != null) {
                failure.compareAndSet(null, reason);
            }
        });
    }

    private void flush() {
        producer.flush();
        @Nullable Exception reason = failure.get();
        if (reason != null) {
            throw new IllegalStateException("Kafka has not taken all events", reason);
        }
    }

    private static void await(long due) {
        long wait = due - System.nanoTime();
        while (wait > 0) {
            LockSupport.parkNanos(wait);
            wait = due - System.nanoTime();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
