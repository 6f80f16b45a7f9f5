/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.webhooks;

import io.uptext.cli.kafka.Broker;
import io.uptext.contracts.event.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes events, which every in-sync replica has before they count. */
final class Writing implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLong written = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Writing(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("delivery.timeout.ms", Broker.PATIENCE_MILLIS);
        settings.put("max.block.ms", Broker.PATIENCE_MILLIS);
        settings.put("linger.ms", 0);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Whether it is worth going on. */
    boolean goesOn() {
        return failure.get() == null;
    }

    void write(Event event, String key) {
        var _ = producer.send(EventJson.write(event, key), (_, e) -> {
            if (e == null) {
                written.incrementAndGet();
            } else {
                failure.compareAndSet(null, e);
            }
        });
    }

    /**
     * Waits for Kafka.
     *
     * @throws KafkaException what went wrong first
     */
    void finish() {
        producer.flush();
        @Nullable Exception first = failure.get();
        if (first != null) {
            throw first instanceof KafkaException kafka ? kafka : new KafkaException(first);
        }
    }

    /** How many Kafka has taken. */
    long written() {
        return written.get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
