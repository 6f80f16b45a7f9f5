/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.platform.kafka.KafkaClients;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * When partitions were last read. If everything has failed for a day, the challenges that are still open are a day old.
 */
final class LastRead {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long NONE = -1;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LastRead() {}

    /**
     * The times of the last records of partitions before where a consumer stands; none for those of which there are none.
     *
     * @throws IllegalStateException if Kafka does not give them
     */
    static Map<Integer, Instant> of(Set<Integer> partitions, Consumer<?, ?> consumer, KafkaClients clients) {
        Map<TopicPartition, Long> wanted = partitions.stream()
                .flatMap(each -> Fillings.both(each).stream())
                .collect(Collectors.toMap(each -> each, each -> consumer.position(each) - 1));
        Map<Integer, Instant> times = new HashMap<>();
        try (Consumer<byte[], byte[]> reader = clients.ungroupedConsumer()) {
            Map<TopicPartition, Long> first = reader.beginningOffsets(wanted.keySet());
            wanted.entrySet().removeIf(each -> each.getValue() < first.getOrDefault(each.getKey(), 0L));
            reader.assign(wanted.keySet());
            wanted.forEach(reader::seek);
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (!wanted.isEmpty()) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("Kafka does not give the last records that were read");
                }
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                    if (record.offset() == wanted.getOrDefault(partition(record), NONE)) {
                        times.merge(record.partition(), Instant.ofEpochMilli(record.timestamp()), LastRead::later);
                    }
                }
                wanted.entrySet().removeIf(each -> reader.position(each.getKey()) > each.getValue());
                reader.assign(wanted.keySet());
            }
        }
        return times;
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
