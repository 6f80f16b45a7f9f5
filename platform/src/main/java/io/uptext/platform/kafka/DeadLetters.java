/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import io.uptext.contracts.topic.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps what nobody can read: each record once, however often its batch comes again, and lighter if the whole is too large.
 */
final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    /** More than a container's polls hold, of which one may come again. */
    private static final int REMEMBERED = 20_000;

    /**
     * How long no other letter is tried after one that Kafka did not take. Each might block for a producer's whole patience,
     * and a poll full of them for longer than a group waits for its member.
     */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Function<ProducerRecord<byte[], byte[]>, CompletableFuture<Void>> send;
    private final String service;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Map<Place, CompletableFuture<Void>> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, CompletableFuture<Void>> eldest) {
            return size() > REMEMBERED;
        }
    };
    private @Nullable Throwable failure;
    private long failedAt;

    /** Where a record stands; with its time, since a topic can be made anew. */
    private record Place(String topic, int partition, long offset, long timestamp) {}

    DeadLetters(
            Function<ProducerRecord<byte[], byte[]>, CompletableFuture<Void>> send,
            String service,
            Clock clock,
            LongSupplier nanoTime) {
        this.send = send;
        this.service = service;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    CompletableFuture<Void> keep(Topic topic, byte[] value, String reason, String origin) {
        return deliver(DeadLetter.of(topic, value, reason, origin, service, clock.instant()));
    }

    CompletableFuture<Void> keep(ConsumerRecord<byte[], byte[]> record, PoisonException poison) {
        return keep(record, poison, Level.WARN);
    }

    CompletableFuture<Void> setAside(ConsumerRecord<byte[], byte[]> record, String reason) {
        return keep(record, new PoisonException(reason), Level.DEBUG);
    }

    private CompletableFuture<Void> keep(ConsumerRecord<byte[], byte[]> record, PoisonException poison, Level level) {
        Place place = new Place(record.topic(), record.partition(), record.offset(), record.timestamp());
        CompletableFuture<Void> kept = new CompletableFuture<>();
        synchronized (known) {
            CompletableFuture<Void> before = known.get(place);
            if (before != null) {
                return before;
            }
            if (failure != null && nanoTime.getAsLong() - failedAt < PAUSE.toNanos()) {
                return CompletableFuture.failedFuture(failure);
            }
            known.put(place, kept);
        }
        // Without the lock: sending may wait for Kafka's thread, and that thread for the lock.
        var _ = deliver(DeadLetter.of(record, poison, service, clock.instant()))
                .whenComplete((_, e) -> settle(place, poison, level, kept, e));
        return kept;
    }

    private void settle(
            Place place, PoisonException poison, Level level, CompletableFuture<Void> kept, @Nullable Throwable e) {
        synchronized (known) {
            failure = e;
            if (e != null) {
                failedAt = nanoTime.getAsLong();
                known.remove(place);
            }
        }
        if (e == null) {
            log.atLevel(level)
                    .log(
                            "Dead letter: {} partition {} offset {}: {}",
                            place.topic(),
                            place.partition(),
                            place.offset(),
                            poison.getMessage());
            kept.complete(null);
        } else {
            kept.completeExceptionally(e);
        }
    }

    /** A virtual thread sends the lighter one, since Kafka's own, which brings the refusal, must not block. */
    private CompletableFuture<Void> deliver(DeadLetter letter) {
        return send.apply(letter.toRecord())
                .exceptionallyComposeAsync(
                        e -> {
                            Optional<DeadLetter> lighter = isTooLarge(e) ? letter.lighter() : Optional.empty();
                            return lighter.map(this::deliver).orElseGet(() -> CompletableFuture.failedFuture(e));
                        },
                        Thread::startVirtualThread);
    }

    private static boolean isTooLarge(Throwable e) {
        return (e instanceof CompletionException ? e.getCause() : e) instanceof RecordTooLargeException;
    }
}
