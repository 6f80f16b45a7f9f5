/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import io.uptext.contracts.event.Event;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes events durably: a future that completes means that every in-sync replica has the record. */
public final class EventPublisher implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EventPublisher.class);

    /** How long after an acknowledgement metadata are surely kept; the producer forgets those of a topic after minutes. */
    private static final Duration FLOW = Duration.ofMinutes(1);

    private final Producer<byte[], byte[]> producer;
    private final String source;
    private final LongSupplier nanoTime;
    private volatile long flowsUntil;

    EventPublisher(Producer<byte[], byte[]> producer, String source, LongSupplier nanoTime) {
        this.producer = producer;
        this.source = source;
        this.nanoTime = nanoTime;
        this.flowsUntil = nanoTime.getAsLong();
    }

    /**
     * Publishes an event; the caller's thread may block while Kafka's metadata is fetched.
     *
     * @return completes with Kafka's acknowledgement, or exceptionally when there is none in time
     */
    public CompletableFuture<Void> publish(Event event, String key) {
        return send(EventRecords.write(event, key, source));
    }

    /**
     * As {@link #publish(Event, String)}, without blocking the caller's thread: what might block runs on {@code executor}.
     * Nothing does while acknowledgements flow, for the metadata are then at hand.
     */
    public CompletableFuture<Void> publish(Event event, String key, Executor executor) {
        return flows()
                ? publish(event, key)
                : CompletableFuture.completedFuture(event).thenComposeAsync(each -> publish(each, key), executor);
    }

    private boolean flows() {
        return flowsUntil - nanoTime.getAsLong() > 0;
    }

    /** Publishes a record that cannot be read to the dead letters of its topic, with the reason and where it stood. */
    public CompletableFuture<Void> deadLetter(ConsumerRecord<byte[], byte[]> record, PoisonException poison) {
        log.warn(
                "Dead letter: {} partition {} offset {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                poison.getMessage());
        return send(DeadLetter.of(record, poison));
    }

    private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            var _ = producer.send(record, (_, failure) -> {
                if (failure == null) {
                    flowsUntil = nanoTime.getAsLong() + FLOW.toNanos();
                    acknowledged.complete(null);
                } else {
                    flowsUntil = nanoTime.getAsLong();
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            // A closed or interrupted producer throws: not durable, like any other failure.
            flowsUntil = nanoTime.getAsLong();
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    @Override
    public void close() {
        producer.close();
    }
}
