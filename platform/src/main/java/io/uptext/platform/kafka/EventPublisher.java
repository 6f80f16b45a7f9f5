/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.topic.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Publishes events durably: a future that completes means that every in-sync replica has the record. */
public final class EventPublisher implements AutoCloseable {

    /** How long after an acknowledgement metadata are surely kept; the producer forgets those of a topic after minutes. */
    private static final Duration FLOW = Duration.ofMinutes(1);

    /** Far less than the producer's memory, in bytes: it also holds what is sent to other brokers and batches half full. */
    private static final int MOST_UNACKNOWLEDGED = KafkaClients.BUFFER_BYTES / 4;

    /** What a record takes beside its key and its value, in bytes: headers and bookkeeping, generously. */
    private static final int OVERHEAD = 1024;

    private final Producer<byte[], byte[]> producer;
    private final String source;
    private final LongSupplier nanoTime;
    private final DeadLetters deadLetters;
    private final AtomicLong unacknowledged = new AtomicLong();
    private volatile long flowsUntil;

    EventPublisher(Producer<byte[], byte[]> producer, String source, Clock clock, LongSupplier nanoTime) {
        this.producer = producer;
        this.source = source;
        this.nanoTime = nanoTime;
        this.flowsUntil = nanoTime.getAsLong();
        this.deadLetters = new DeadLetters(this::send, source, clock, nanoTime);
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
     */
    public CompletableFuture<Void> publish(Event event, String key, Executor executor) {
        return mayBlock()
                ? CompletableFuture.completedFuture(event).thenComposeAsync(each -> publish(each, key), executor)
                : publish(event, key);
    }

    /** Publishes what a relying party is told to its own topic, which must exist: otherwise this blocks until it is late. */
    public CompletableFuture<Void> publish(OutcomeNotice notice) {
        return send(NoticeRecords.write(notice, source));
    }

    /**
     * Whether to publish just now may block. It does not while acknowledgements flow, for the metadata are then at hand, and
     * little waits for them, so that there is memory for more.
     */
    public boolean mayBlock() {
        return flowsUntil - nanoTime.getAsLong() <= 0 || unacknowledged.get() > MOST_UNACKNOWLEDGED;
    }

    /**
     * Publishes a record that cannot be read to the dead letters of its topic, with the reason and where it stood. A record
     * that is there already, because its batch came again, is not published twice. One that is too large for Kafka together
     * with those headers is published without what is least needed of it.
     */
    public CompletableFuture<Void> deadLetter(ConsumerRecord<byte[], byte[]> record, PoisonException poison) {
        return deadLetters.keep(record, poison);
    }

    /**
     * Publishes a record that can be read and cannot be told to everybody whom it concerns, as {@link #deadLetter} does. Who
     * says so logs it: of these there may be many at a time.
     *
     * @param reason why; it quotes nothing of the record
     */
    public CompletableFuture<Void> setAside(ConsumerRecord<byte[], byte[]> record, String reason) {
        return deadLetters.setAside(record, reason);
    }

    /**
     * Publishes something that was to become an event and cannot be read, to the dead letters of the topic.
     *
     * @param value as it came
     * @param reason why it cannot be read; it quotes nothing
     * @param origin where it came from
     */
    public CompletableFuture<Void> deadLetter(Topic topic, byte[] value, String reason, String origin) {
        return deadLetters.keep(topic, value, reason, origin);
    }

    private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        int size = size(record);
        unacknowledged.addAndGet(size);
        try {
            var _ = producer.send(record, (_, failure) -> {
                unacknowledged.addAndGet(-size);
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
            unacknowledged.addAndGet(-size);
            flowsUntil = nanoTime.getAsLong();
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    private static int size(ProducerRecord<byte[], byte[]> record) {
        byte @Nullable [] key = record.key();
        byte @Nullable [] value = record.value();
        return OVERHEAD + (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
    }

    @Override
    public void close() {
        producer.close();
    }
}
