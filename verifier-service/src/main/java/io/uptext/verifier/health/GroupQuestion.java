/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.health;

import io.uptext.contracts.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks Kafka for the partitions of our topics that no consumer of the group holds: an instance beyond the number of
 * partitions may have none, but no partition may be without a reader. A partition that changes hands has none for a moment.
 */
final class GroupQuestion implements Inquiry.Question<Unread> {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final List<String> TOPICS = List.of(Topic.CHALLENGES.topicName(), Topic.INBOUND_SMS.topicName());

    private final Admin admin;
    private final String group;
    private final LongSupplier nanos;
    private final Map<TopicPartition, Long> orphanSince = new HashMap<>();

    /**
     * Asks for a group.
     *
     * @param settings of the operator, for Kafka's admin client
     */
    GroupQuestion(Map<String, Object> settings, String group, LongSupplier nanos) {
        Map<String, Object> patient = new HashMap<>(settings);
        patient.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        patient.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        this.admin = Admin.create(patient);
        this.group = group;
        this.nanos = nanos;
    }

    @Override
    public Unread ask() throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> missing = new HashSet<>();
        Set<TopicPartition> orphans = partitions(missing);
        orphans.removeAll(held());
        long now = nanos.getAsLong();
        orphanSince.keySet().retainAll(orphans);
        orphans.forEach(each -> orphanSince.putIfAbsent(each, now));
        return new Unread(
                missing,
                orphanSince.entrySet().stream()
                        .filter(each -> Silence.isTooLong(Duration.ofNanos(now - each.getValue())))
                        .map(each -> each.getKey().toString())
                        .collect(Collectors.toSet()));
    }

    private Set<TopicPartition> partitions(Set<String> missing)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<TopicPartition> partitions = new HashSet<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                admin.describeTopics(TOPICS).topicNameValues().entrySet()) {
            try {
                answer(topic.getValue())
                        .partitions()
                        .forEach(each -> partitions.add(new TopicPartition(topic.getKey(), each.partition())));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                missing.add(topic.getKey());
            }
        }
        return partitions;
    }

    private Set<TopicPartition> held() throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return answer(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                    .flatMap(described -> described.members().stream())
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .collect(Collectors.toSet());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Set.of();
            }
            throw e;
        }
    }

    private static <T> T answer(KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
