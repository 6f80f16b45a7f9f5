/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.backend;

import io.uptext.contracts.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the catalogue, and those of their dead letters. */
final class CatalogueTopics {

    private CatalogueTopics() {}

    static void create(String bootstrapServers, int partitions) {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            NewTopic own = new NewTopic(topic.topicName(), partitions, (short) 1);
            topics.add(topic.isCompacted() ? own.configs(Map.of("cleanup.policy", "compact")) : own);
            topics.add(new NewTopic(topic.deadLetterTopicName(), partitions, (short) 1));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be created", e);
        }
    }
}
