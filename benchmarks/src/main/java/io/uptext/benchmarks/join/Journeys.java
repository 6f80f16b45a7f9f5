/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import static java.util.Objects.requireNonNull;

import io.uptext.testkit.backend.KafkaBroker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How long texts take to their outcomes at a pace, each from the moment when it was due: a late one counts as late. */
public final class Journeys implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DIGITS = 3;

    private final Joiner joiner;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** Of texts that go through this contender. */
    public Journeys(Joiner.Contender contender) {
        joiner = contender.joiner();
        String bootstrapServers = contender.backend().kafka().bootstrapServers();
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = IntStream.range(0, KafkaBroker.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(joiner.topics().outcomes(), partition))
                .toList();
        consumer.assign(partitions);
    }

    /**
     * Sends the texts, so many a second, and waits for what comes of them.
     *
     * @return in nanoseconds
     * @throws IllegalStateException if an outcome is missing in the end, or comes twice, or is nobody's
     */
    public Histogram measure(List<SignIn> signIns, double perSecond) throws InterruptedException, ExecutionException {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Map<String, Integer> open = new HashMap<>();
        for (int i = 0; i < signIns.size(); i++) {
            open.put(joiner.outcomeKey(signIns.get(i)), i);
        }
        long begun = System.nanoTime() + WAIT.toNanos();
        Duration limit = PATIENCE.plusMillis((long) (signIns.size() * 1000 / perSecond));
        CompletableFuture<Histogram> done = new CompletableFuture<>();
        Thread.ofPlatform()
                .name("outcomes")
                .start(() -> done.completeAsync(() -> read(open, begun, perSecond, limit), Runnable::run));
        for (int i = 0; i < signIns.size(); i++) {
            await(due(begun, i, perSecond));
            var _ = producer.send(signIns.get(i).textTo(joiner.topics()));
        }
        try {
            return done.get(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Outcomes are missing", e);
        }
    }

    private Histogram read(Map<String, Integer> open, long begun, double perSecond, Duration limit) {
        Histogram latencies = new Histogram(DIGITS);
        while (!open.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
                Integer number = open.remove(JoinEvents.text(requireNonNull(record.key())));
                if (number == null) {
                    throw new IllegalStateException("An outcome came twice, or is nobody's");
                }
                latencies.recordValue(Math.max(0, System.nanoTime() - due(begun, number, perSecond)));
            }
            if (System.nanoTime() - begun > limit.toNanos()) {
                throw new IllegalStateException(open.size() + " outcomes are missing");
            }
        }
        return latencies;
    }

    private static long due(long begun, int number, double perSecond) {
        return begun + (long) (number * 1e9 / perSecond);
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
        consumer.close();
    }
}
