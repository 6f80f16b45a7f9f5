/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.topic.Topic;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A record of the inbound SMS topic.
 *
 * @param eventId of its {@code ce_id} header
 * @param text of its event
 */
record Published(String eventId, String text) {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Every record that is in Kafka now. */
    static List<Published> all(String bootstrapServers) throws PoisonException {
        List<Published> all = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.INBOUND_SMS.topicName()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    all.add(of(record));
                }
            }
        }
        return all;
    }

    private static Published of(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        InboundSmsReceived event = (InboundSmsReceived) EventRecords.read(record);
        return new Published(new String(record.headers().lastHeader("ce_id").value(), UTF_8), event.text());
    }
}
