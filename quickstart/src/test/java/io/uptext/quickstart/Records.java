/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.contracts.topic.Topic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What is in Kafka. */
final class Records {

    private static final int PARTITIONS = 4;

    private Records() {}

    /** How many records all topics of a stack have. */
    static long count(Stack stack) {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        Arrays.stream(Topic.values()).forEach(topic -> {
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.put(new TopicPartition(topic.topicName(), i), OffsetSpec.latest());
            }
        });
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()))) {
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
