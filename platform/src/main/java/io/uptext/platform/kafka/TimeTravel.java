/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import io.uptext.contracts.topic.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds where a time begins in the log. */
public final class TimeTravel {

    private TimeTravel() {}

    /**
     * All partitions of some topics.
     *
     * @throws IllegalStateException if they do not exist yet
     */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, Collection<Topic> topics) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("the topics do not exist yet");
        }
        return partitions;
    }

    /** Where records of {@code from} or later begin: the end where there are none. */
    public static Map<TopicPartition, Long> offsets(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Instant from) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, Math.max(0, from.toEpochMilli())));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            @Nullable OffsetAndTimestamp first = found.get(partition);
            offsets.put(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset());
        }
        return offsets;
    }
}
