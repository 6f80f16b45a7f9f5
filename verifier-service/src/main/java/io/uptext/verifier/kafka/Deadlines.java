/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.topic.Topic;
import io.uptext.verifier.join.Applied;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Ends challenges whose time is over and finds texts that nobody had asked for, partition by partition, and only as far as
 * everything that was received has been read: a verifier that lags expires nothing. For one consumer's thread.
 */
final class Deadlines {

    private static final int MOST_AT_ONCE = 1000;
    private static final Duration EVERY = Duration.ofMillis(250);

    private final JoinStore store;
    private final Publishing publishing;
    private final Fillings fillings;
    private final Progress progress;
    private final Clock clock;
    private final Duration grace;
    private Instant next = Instant.MIN;

    /**
     * Ends challenges in {@code store}.
     *
     * @param grace how long a received message may be on its way to Kafka
     */
    Deadlines(
            JoinStore store, Publishing publishing, Fillings fillings, Progress progress, Clock clock, Duration grace) {
        this.store = store;
        this.publishing = publishing;
        this.fillings = fillings;
        this.progress = progress;
        this.clock = clock;
        this.grace = grace;
    }

    /**
     * Looks at all partitions of a consumer, unless it has just done so.
     *
     * @return those that are lost
     */
    Set<Integer> sweep(Consumer<?, ?> consumer) {
        Set<Integer> lost = new HashSet<>();
        Instant now = clock.instant();
        // Unless the clock was set back.
        if (now.isBefore(next) && !now.plus(EVERY).isBefore(next)) {
            return lost;
        }
        next = now.plus(EVERY);
        for (TopicPartition partition : consumer.assignment()) {
            if (partition.topic().equals(Topic.INBOUND_SMS.topicName()) && !fillings.isOpen(partition.partition())) {
                sweep(partition.partition(), now, consumer, lost);
            }
        }
        return lost;
    }

    private void sweep(int partition, Instant now, Consumer<?, ?> consumer, Set<Integer> lost) {
        Optional<List<JoinKey>> due = store.due(partition, now.minus(grace), MOST_AT_ONCE);
        if (due.filter(List::isEmpty).isPresent()) {
            return;
        }
        Instant watermark = progress.askUntil(partition, consumer).minus(grace);
        if (due.isPresent() && watermark.isBefore(now.minus(grace))) {
            due = store.due(partition, watermark, MOST_AT_ONCE);
        }
        due.ifPresentOrElse(slots -> end(partition, slots, watermark, lost), () -> lost.add(partition));
    }

    private void end(int partition, List<JoinKey> slots, Instant watermark, Set<Integer> lost) {
        Map<JoinKey, List<Arrival>> arrivals = new LinkedHashMap<>();
        slots.forEach(slot -> arrivals.put(slot, List.of(new Arrival.DeadlinePassed(watermark))));
        Applied applied = store.apply(arrivals);
        Publishing.await(publishing.send(applied.verdict(), applied.misses(), _ -> true));
        lost.addAll(applied.lost());
        if (applied.lost().isEmpty()) {
            store.settle(partition, slots);
        }
    }
}
