/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.platform.kafka.TimeTravel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What the log says of how challenges ended, from some time on: the first outcome of each is the decision. */
final class History {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<ChallengeId, Outcome> outcomes = new HashMap<>();
    private final Set<String> attempts = new HashSet<>();

    private History() {}

    /**
     * Reads it, to the present end.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
     */
    static History since(Instant from, KafkaClients clients) {
        History history = new History();
        try (Consumer<byte[], byte[]> consumer = clients.ungroupedConsumer()) {
            List<TopicPartition> partitions = TimeTravel.partitions(consumer, List.of(Topic.AUTH_OUTCOMES));
            consumer.assign(partitions);
            TimeTravel.offsets(consumer, partitions, from).forEach(consumer::seek);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (true) {
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                if (ends.isEmpty()) {
                    return history;
                }
                consumer.poll(POLL).forEach(history::add);
            }
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        try {
            Event event = EventRecords.read(record);
            switch (event) {
                case Outcome outcome -> outcomes.putIfAbsent(outcome.challengeId(), outcome);
                case AuthAttemptRejected attempt -> attempts.add(attempt.eventId());
                default -> {
                    // Nothing else belongs on this topic.
                }
            }
        } catch (PoisonException e) {
            // No outcome that anybody else could read.
        }
    }

    /** How a challenge ended. */
    Optional<Outcome> of(ChallengeId challenge) {
        return Optional.ofNullable(outcomes.get(challenge));
    }

    /** Whether the log does not have it yet, nor any other end of the challenge. */
    boolean isNews(OutcomeEvent event) {
        return switch (event) {
            case Outcome outcome -> !outcomes.containsKey(outcome.challengeId());
            case AuthAttemptRejected attempt -> !attempts.contains(attempt.eventId());
        };
    }
}
