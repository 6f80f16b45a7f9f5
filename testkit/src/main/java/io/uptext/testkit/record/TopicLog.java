/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All committed records of some topics, from their beginning; it grows with each {@link #read}. */
public final class TopicLog implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    private TopicLog(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** The log of these topics, which exist. */
    public static TopicLog of(String bootstrapServers, String... topics) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(topics)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TopicLog(consumer);
    }

    /** Everything so far, with what has come by now. */
    public List<ConsumerRecord<byte[], byte[]>> read() {
        consumer.poll(GLANCE).forEach(records::add);
        return List.copyOf(records);
    }

    /** Everything there is at this moment. */
    public List<ConsumerRecord<byte[], byte[]>> readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(GLANCE).forEach(records::add);
        }
        return List.copyOf(records);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
