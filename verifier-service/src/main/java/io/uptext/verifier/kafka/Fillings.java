/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.TimeTravel;
import io.uptext.verifier.join.JoinStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills partitions of the store again that have been lost: goes back in both topics, so that the listener reads once more
 * what slots were made of, and knows meanwhile what the log already says of the challenges. For one consumer's thread.
 */
final class Fillings {

    private static final Logger log = LoggerFactory.getLogger(Fillings.class);
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final JoinStore store;
    private final KafkaClients clients;
    private final Duration window;
    private final Map<Integer, Filling> open = new HashMap<>();
    /** Where fillings end that have not ended yet: also those that were lost again, or could not begin after all. */
    private final Map<Integer, Map<TopicPartition, Long>> ends = new HashMap<>();

    /**
     * Fills {@code store}.
     *
     * @param grace how long after a deadline a challenge may still be open
     */
    Fillings(JoinStore store, KafkaClients clients, Duration grace) {
        this.store = store;
        this.clients = clients;
        this.window = Validity.LONGEST.plus(grace).plus(MARGIN);
    }

    private record Filling(Map<TopicPartition, Long> until, History history) {}

    /** Whether a partition is being filled. */
    boolean isOpen(int partition) {
        return open.containsKey(partition);
    }

    /** The partitions that are being filled. */
    Set<Integer> open() {
        return open.keySet();
    }

    /** Whether a record is read once more, only to fill slots: if it is poison, it is among the dead letters already. */
    boolean isAgain(ConsumerRecord<?, ?> record) {
        Filling filling = open.get(record.partition());
        return filling != null
                && record.offset()
                        < filling.until().getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
    }

    /** How a challenge ended that comes once more, if it has. */
    Optional<Outcome> recorded(int partition, ChallengeCreated created) {
        return Optional.ofNullable(open.get(partition))
                .flatMap(filling -> filling.history().of(created.challengeId()));
    }

    /** Whether the world has not been told yet. */
    boolean isNews(OutcomeEvent event) {
        return open.values().stream().allMatch(filling -> filling.history().isNews(event));
    }

    /**
     * Goes back for partitions that are lost, so that the next polls read them from there.
     *
     * @param from the time of the earliest record that is not decided yet
     * @throws RuntimeException if Kafka or the store does not answer; nothing has begun then
     */
    void begin(Set<Integer> partitions, Instant from, Consumer<?, ?> consumer) {
        if (partitions.isEmpty()) {
            return;
        }
        try {
            goBack(partitions, from, consumer);
        } catch (RuntimeException e) {
            open.keySet().removeAll(partitions);
            store.forget();
            throw e;
        }
    }

    private void goBack(Set<Integer> partitions, Instant from, Consumer<?, ?> consumer) {
        Map<Integer, Instant> starts = new HashMap<>(LastRead.of(partitions, consumer, clients));
        partitions.forEach(each -> starts.merge(each, from, (last, now) -> last.isBefore(now) ? last : now));
        starts.replaceAll((_, last) -> last.minus(window));
        log.warn("Redis does not hold partitions {}: they are filled from Kafka", partitions);
        History history = History.since(Collections.min(starts.values()), clients);
        for (int partition : partitions) {
            List<TopicPartition> both = both(partition);
            Map<TopicPartition, Long> until = ends.computeIfAbsent(partition, _ -> new HashMap<>());
            both.forEach(each -> until.merge(each, consumer.position(each), Math::max));
            Map<TopicPartition, Long> back = TimeTravel.offsets(consumer, both, starts.getOrDefault(partition, from));
            store.beginFilling(partition);
            // Never forward: what has not been read yet is read anyway.
            back.forEach((each, offset) -> consumer.seek(each, Math.min(offset, until.getOrDefault(each, offset))));
            open.put(partition, new Filling(Map.copyOf(until), history));
        }
    }

    /** Ends those that have read what there was when they began. Returns partitions that were lost again meanwhile. */
    Set<Integer> endThoseDone(Consumer<?, ?> consumer) {
        open.keySet().removeIf(partition -> !consumer.assignment().containsAll(both(partition)));
        Set<Integer> done = open.entrySet().stream()
                .filter(each -> each.getValue().until().entrySet().stream()
                        .allMatch(until -> consumer.position(until.getKey()) >= until.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<Integer> lost =
                done.stream().filter(partition -> !store.endFilling(partition)).collect(Collectors.toSet());
        open.keySet().removeAll(done);
        ends.keySet().removeAll(done);
        if (!done.isEmpty() && lost.isEmpty()) {
            log.info("Redis holds partitions {} again", done);
        }
        return lost;
    }

    /** Leaves partitions to whoever owns them next. */
    void abandon(Collection<TopicPartition> partitions) {
        partitions.forEach(each -> {
            open.remove(each.partition());
            ends.remove(each.partition());
        });
        store.forget();
    }

    static List<TopicPartition> both(int partition) {
        return Stream.of(Topic.CHALLENGES, Topic.INBOUND_SMS)
                .map(topic -> new TopicPartition(topic.topicName(), partition))
                .toList();
    }
}
