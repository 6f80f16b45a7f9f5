/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import io.uptext.cli.kafka.Broker;
import io.uptext.cli.kafka.NoSuchTopicException;
import io.uptext.cli.kafka.Visible;
import io.uptext.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The letters of some dead-letter topics, up to the last one that there was in the beginning. */
final class Letters implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(Broker.PATIENCE_MILLIS);
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, List<PartitionInfo>> topics;
    private final Map<TopicPartition, Long> ends =
            new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));

    private Letters(KafkaConsumer<byte[], byte[]> consumer, Selection selection) {
        this.consumer = consumer;
        topics = consumer.listTopics(PATIENCE);
        List<TopicPartition> partitions = chosen(selection)
                .flatMap(topic -> topics.getOrDefault(topic, List.of()).stream())
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .filter(each -> selection.hasPartition(each.partition()))
                .toList();
        ends.putAll(consumer.endOffsets(partitions, PATIENCE));
    }

    /**
     * Finds the topics.
     *
     * @throws NoSuchTopicException if one is not there
     */
    static Letters open(Map<String, Object> broker, Selection selection) throws NoSuchTopicException {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("default.api.timeout.ms", Broker.PATIENCE_MILLIS);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        settings.remove("group.id");
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            Letters letters = new Letters(consumer, selection);
            letters.checkTopics(selection);
            return letters;
        } catch (RuntimeException | NoSuchTopicException e) {
            consumer.close();
            throw e;
        }
    }

    private void checkTopics(Selection selection) throws NoSuchTopicException {
        if (!selection.topics().isEmpty()) {
            for (String each : chosen(selection).toList()) {
                if (!topics.containsKey(each)) {
                    throw new NoSuchTopicException("There is no topic " + Visible.text(each) + ".");
                }
            }
        } else if (chosen(selection).noneMatch(topics::containsKey)) {
            throw new NoSuchTopicException("There is no dead-letter topic of Uptext.");
        }
        if (ends.isEmpty()) {
            throw new NoSuchTopicException("There is no such partition.");
        }
    }

    /** A topic may be named itself or by its dead-letter topic. */
    private static Stream<String> chosen(Selection selection) {
        return selection.topics().isEmpty()
                ? Stream.of(Topic.values()).map(Topic::deadLetterTopicName)
                : selection.topics().stream().map(each -> each.endsWith(Letter.SUFFIX) ? each : each + Letter.SUFFIX);
    }

    /** Of the chosen topics those that there are, with the chosen partitions of each. */
    Map<String, List<TopicPartition>> partitions() {
        Map<String, List<TopicPartition>> partitions = new LinkedHashMap<>();
        ends.keySet()
                .forEach(each -> partitions
                        .computeIfAbsent(each.topic(), _ -> new ArrayList<>())
                        .add(each));
        return partitions;
    }

    /** How many partitions a topic has; none if there is no such topic. */
    int partitions(String topic) {
        return topics.getOrDefault(topic, List.of()).size();
    }

    /** Reads all letters, topic by topic and partition by partition, for as long as somebody wants more. */
    void read(Predicate<Letter> wantsMore) {
        for (TopicPartition each : ends.keySet()) {
            if (!read(each, wantsMore)) {
                return;
            }
        }
    }

    /** Reads the letters of one partition; false once nobody wants more. */
    boolean read(TopicPartition partition, Predicate<Letter> wantsMore) {
        Set<Long> replayed = new HashSet<>();
        var _ = scan(partition, record -> {
            Letter.replayed(record).ifPresent(replayed::add);
            return true;
        });
        return scan(
                partition,
                record -> Letter.replayed(record).isPresent()
                        || wantsMore.test(new Letter(record, replayed.contains(record.offset()))));
    }

    private boolean scan(TopicPartition partition, Predicate<ConsumerRecord<byte[], byte[]>> wantsMore) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = ends.getOrDefault(partition, 0L);
        long position = consumer.position(partition, PATIENCE);
        long movedAt = System.nanoTime();
        while (position < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(GLANCE)) {
                if (record.offset() < end && !wantsMore.test(record)) {
                    return false;
                }
            }
            long before = position;
            position = consumer.position(partition, PATIENCE);
            if (position != before) {
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > PATIENCE.toNanos()) {
                throw new TimeoutException("the partition is not read any further");
            }
        }
        return true;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
