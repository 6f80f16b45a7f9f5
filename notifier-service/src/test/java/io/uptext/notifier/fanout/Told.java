/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.topic.Topic;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.testkit.record.TopicLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is in Kafka of what relying parties are told. */
final class Told {

    private final String bootstrapServers;

    Told(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (TopicLog log = TopicLog.of(bootstrapServers, topic)) {
            return log.readToEnd();
        }
    }

    List<String> ids(String topic) {
        return records(topic).stream().map(each -> header(each, "ce_id")).toList();
    }

    List<WebhookScheduled> scheduled() {
        List<WebhookScheduled> all = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records(Topic.WEBHOOK_DELIVERIES.topicName())) {
            try {
                if (EventRecords.read(record) instanceof WebhookScheduled scheduled) {
                    all.add(scheduled);
                }
            } catch (PoisonException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }

    boolean exists(String topic) {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get().contains(topic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** How far a group has committed on outcomes, all partitions together. */
    long committed(String group) {
        try (Admin admin = admin()) {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(each -> each.offset())
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            return 0;
        }
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
