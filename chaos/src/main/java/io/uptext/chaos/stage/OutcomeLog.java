/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import io.uptext.chaos.promise.Told;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.topic.Topic;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.PoisonException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The outcomes' topic from its beginning, read by offset and outside any group. */
public final class OutcomeLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<Told> told = new ArrayList<>();

    /** Begins at the beginning. */
    public OutcomeLog(KafkaClients clients) {
        consumer = clients.ungroupedConsumer();
        partitions = partitions(consumer, Topic.AUTH_OUTCOMES.topicName());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What was read, each partition in order. */
    public List<Told> told() {
        return List.copyOf(told);
    }

    /** Reads what there is by now, or comes within a moment, and gives it to {@code each}. */
    public void read(java.util.function.Consumer<Told> each) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            Told next = told(record);
            told.add(next);
            each.accept(next);
        }
    }

    /** Reads up to where the topic ends now. */
    public OutcomeLog toItsEnd() {
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        Predicate<Map.Entry<TopicPartition, Long>> reached = end -> consumer.position(end.getKey()) >= end.getValue();
        long until = System.nanoTime() + LIMIT.toNanos();
        while (!ends.entrySet().stream().allMatch(reached)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the outcomes cannot be read to their end");
            }
            read(_ -> {});
        }
        return this;
    }

    /** How many records are on all dead-letter topics. */
    public long deadLetters() {
        List<TopicPartition> all = Arrays.stream(Topic.values())
                .flatMap(topic -> partitions(consumer, topic.deadLetterTopicName()).stream())
                .toList();
        return consumer.endOffsets(all).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static Told told(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (EventRecords.read(record) instanceof OutcomeEvent event) {
                return new Told(
                        record.partition(),
                        record.offset(),
                        Instant.ofEpochMilli(record.timestamp()),
                        EventRecords.key(record),
                        event);
            }
        } catch (PoisonException e) {
            throw new IllegalStateException("an outcome cannot be read", e);
        }
        throw new IllegalStateException("something else is among the outcomes");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
