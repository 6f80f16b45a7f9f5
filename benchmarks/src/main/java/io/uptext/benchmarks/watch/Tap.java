/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.uptext.benchmarks.server.Backend;
import io.uptext.contracts.topic.Topic;
import io.uptext.testkit.backend.KafkaBroker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer of outcomes that does nothing but note when each was there: the least that anybody who reads them needs. */
public final class Tap implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** At this Kafka. */
    public Tap(Backend backend) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        backend.kafka().bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = IntStream.range(0, KafkaBroker.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topic.AUTH_OUTCOMES.topicName(), partition))
                .toList();
        consumer.assign(partitions);
    }

    /** What will have been read; no second reading may begin before. */
    public static final class Reading {

        private final CompletableFuture<Map<String, Long>> done;

        private Reading(CompletableFuture<Map<String, Long>> done) {
            this.done = done;
        }

        /** When each outcome was there, by the id of its challenge, or an exception where it takes too long. */
        public Map<String, Long> get(Duration longest) throws ExecutionException, InterruptedException {
            try {
                return done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                throw new IllegalStateException("Kafka's consumer has not all outcomes", e);
            }
        }
    }

    /** Reads so many from now on, on a thread of its own. */
    public Reading read(int count, Duration longest) {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        CompletableFuture<Map<String, Long>> done = new CompletableFuture<>();
        Thread.ofPlatform()
                .name("tap")
                .daemon()
                .start(() -> done.completeAsync(() -> all(count, longest), Runnable::run));
        return new Reading(done);
    }

    private Map<String, Long> all(int count, Duration longest) {
        Map<String, Long> found = new HashMap<>();
        long limit = System.nanoTime() + longest.toNanos();
        while (found.size() < count) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
                found.put(new String(requireNonNull(record.key()), UTF_8), System.nanoTime());
            }
            if (System.nanoTime() - limit > 0) {
                throw new IllegalStateException(
                        "Kafka's consumer has %,d outcomes of %,d".formatted(found.size(), count));
            }
        }
        return found;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
