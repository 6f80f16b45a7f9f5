/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.contracts.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What is in Kafka. */
final class Records {

    private static final int PARTITIONS = 4;

    /** By broker; there are few, and they end with this JVM. */
    private static final Map<String, Admin> ADMINS = new ConcurrentHashMap<>();

    private Records() {}

    /** How many records all topics of a stack have. */
    static long count(Stack stack) {
        return count(stack, Topic.values());
    }

    /** How many records these topics of a stack have. */
    static long count(Stack stack, Topic... topics) {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (Topic topic : topics) {
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.put(new TopicPartition(topic.topicName(), i), OffsetSpec.latest());
            }
        }
        Admin admin = ADMINS.computeIfAbsent(stack.kafka(), kafka -> Admin.create(Map.of("bootstrap.servers", kafka)));
        try {
            return admin.listOffsets(partitions).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not say", e);
        }
    }
}
