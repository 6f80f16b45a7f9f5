/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import io.uptext.contracts.event.Outcome;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.platform.kafka.TimeTravel;
import io.uptext.platform.view.ChallengeView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What had been decided before a record: whoever comes to own a partition reads it back from there. It reads back from the
 * time of that record and not from now, which after an outage of hours would be later than the record itself.
 */
final class LookBack {

    /** How long after its outcome a challenge may get another, with time for clocks that differ. */
    static final Duration MEMORY = ChallengeView.WINDOW.plus(Duration.ofMinutes(1));

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaClients clients;
    private final Clock clock;

    LookBack(KafkaClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** The time of a record as it counts: a time of the future, which only a broken clock writes, counts as now. */
    Instant time(ConsumerRecord<?, ?> record) {
        Instant now = clock.instant();
        Instant written = Instant.ofEpochMilli(record.timestamp());
        return written.isAfter(now) ? now : written;
    }

    /**
     * Reads back.
     *
     * @param next of each partition the first record that is not told yet
     * @throws RuntimeException if Kafka does not give what was before
     */
    Map<TopicPartition, Decisions> before(Map<TopicPartition, ConsumerRecord<byte[], byte[]>> next) {
        Map<TopicPartition, Decisions> decisions = new HashMap<>();
        next.keySet().forEach(each -> decisions.put(each, new Decisions(MEMORY)));
        try (Consumer<byte[], byte[]> consumer = clients.ungroupedConsumer()) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            next.forEach((partition, record) -> ends.put(partition, record.offset()));
            consumer.assign(next.keySet());
            Instant from = next.values().stream()
                    .map(this::time)
                    .min(Comparator.naturalOrder())
                    .orElseThrow()
                    .minus(MEMORY);
            // Never forward: what stands behind is told anyway.
            TimeTravel.offsets(consumer, next.keySet(), from)
                    .forEach((partition, offset) ->
                            consumer.seek(partition, Math.min(offset, ends.getOrDefault(partition, offset))));
            read(consumer, ends, decisions);
        }
        return decisions;
    }

    private void read(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, Decisions> decisions) {
        long movedAt = System.nanoTime();
        while (true) {
            int left = ends.size();
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (ends.isEmpty()) {
                return;
            }
            consumer.assign(ends.keySet());
            var records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.getOrDefault(partition, 0L)) {
                    Decisions known = Objects.requireNonNull(decisions.get(partition));
                    outcome(record).ifPresent(outcome -> note(known, outcome, time(record)));
                }
            }
            if (!records.isEmpty() || ends.size() < left) {
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > PATIENCE.toNanos()) {
                throw new IllegalStateException("Kafka does not give what was decided before");
            }
        }
    }

    private static void note(Decisions decisions, Outcome outcome, Instant time) {
        var _ = decisions.isTold(outcome, time);
    }

    /** What cannot be read became a dead letter when it was first met. */
    private static Optional<Outcome> outcome(ConsumerRecord<byte[], byte[]> record) {
        try {
            return EventRecords.read(record) instanceof Outcome outcome ? Optional.of(outcome) : Optional.empty();
        } catch (PoisonException e) {
            return Optional.empty();
        }
    }
}
