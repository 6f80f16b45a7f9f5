/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.uptext.benchmarks.server.Backend;
import io.uptext.testkit.backend.KafkaBroker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** What comes of sign-ins: how far the topic has grown, which costs little to ask, and what is in it. */
public final class OutcomeLog implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** Of this topic. */
    public OutcomeLog(Backend backend, String topic) {
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
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
    }

    /** Where it ends for who reads what is committed. Transactions leave markers, which count. */
    public Map<TopicPartition, Long> ends() {
        return Map.copyOf(consumer.endOffsets(partitions));
    }

    /** All ends in one number. */
    public static long sum(Map<TopicPartition, Long> ends) {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Reads what was appended: how often each kind of outcome is there under each key.
     *
     * @throws IllegalStateException if that takes too long
     */
    public Map<Outcome, Integer> read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        from.forEach(consumer::seek);
        Map<Outcome, Integer> found = new HashMap<>();
        long limit = System.nanoTime() + LONGEST.toNanos();
        while (to.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
                found.merge(new Outcome(JoinEvents.text(requireNonNull(record.key())), type(record)), 1, Integer::sum);
            }
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("The outcomes could not be read within " + LONGEST.toSeconds() + " s");
            }
        }
        return found;
    }

    private static String type(ConsumerRecord<byte[], byte[]> record) {
        @Nullable Header type = record.headers().lastHeader("ce_type");
        return type == null ? "" : new String(requireNonNull(type.value()), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /**
     * What a record says, as far as it is counted.
     *
     * @param key of the record
     * @param type of the event
     */
    public record Outcome(String key, String type) {}
}
