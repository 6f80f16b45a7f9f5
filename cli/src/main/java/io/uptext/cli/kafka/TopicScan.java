/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.kafka;

import io.uptext.contracts.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a topic, partition by partition, up to where it ended when the reading began. */
public final class TopicScan implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(Broker.PATIENCE_MILLIS);
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Reads at the broker of these settings. */
    public TopicScan(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("default.api.timeout.ms", Broker.PATIENCE_MILLIS);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        settings.remove("group.id");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Reads what was written since.
     *
     * @throws NoSuchTopicException if there is no such topic
     */
    public void read(Topic topic, Instant since, Consumer<ConsumerRecord<byte[], byte[]>> reader)
            throws NoSuchTopicException {
        List<TopicPartition> partitions =
                consumer.listTopics(PATIENCE).getOrDefault(topic.topicName(), List.of()).stream()
                        .map(each -> new TopicPartition(each.topic(), each.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new NoSuchTopicException("There is no topic " + topic.topicName() + ".");
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(each -> times.put(each, Math.max(0, since.toEpochMilli())));
        Map<TopicPartition, @Nullable OffsetAndTimestamp> begins =
                new HashMap<>(consumer.offsetsForTimes(times, PATIENCE));
        for (TopicPartition partition : partitions) {
            @Nullable OffsetAndTimestamp begin = begins.get(partition);
            if (begin != null) {
                read(partition, begin.offset(), ends.getOrDefault(partition, 0L), reader);
            }
        }
    }

    private void read(TopicPartition partition, long begin, long end, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, begin);
        long position = begin;
        long movedAt = System.nanoTime();
        while (position < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(GLANCE)) {
                if (record.offset() < end) {
                    reader.accept(record);
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
    }

    @Override
    public void close() {
        consumer.close();
    }
}
