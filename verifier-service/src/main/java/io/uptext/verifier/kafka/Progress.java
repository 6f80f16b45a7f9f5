/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** How far a consumer has read its partitions, in time. For one consumer's thread. */
final class Progress {

    /** How long to wait for Kafka to say where a partition ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Clock clock;
    private final Map<TopicPartition, Instant> readUntil = new HashMap<>();

    Progress(Clock clock) {
        this.clock = clock;
    }

    /** Partitions of which nothing has been read yet, and whose first record is older than {@code oldest}. */
    Set<Integer> late(Polled polled, Instant oldest) {
        Set<Integer> late = new HashSet<>();
        polled.parts().forEach((partition, part) -> {
            if (!readUntil.containsKey(partition) && part.first().isBefore(oldest)) {
                late.add(partition.partition());
            }
        });
        return late;
    }

    /**
     * Takes note of records that have been read and decided; those of a poll that failed come again. A time of the future,
     * which only a broken clock writes, counts as now.
     */
    void read(Polled polled) {
        Instant now = clock.instant();
        polled.parts().forEach((partition, part) -> {
            Instant time = part.latest().isAfter(now) ? now : part.latest();
            readUntil.merge(partition, time, (before, read) -> read.isAfter(before) ? read : before);
        });
    }

    /** The time until which both topics of a partition have surely been read, by what has come; the far past if unknown. */
    Instant readUntil(int partition) {
        return Fillings.both(partition).stream()
                .map(each -> readUntil.getOrDefault(each, Instant.EPOCH))
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /**
     * The time until which both topics of a partition have been read, asking Kafka where they end: to be asked right now is
     * what makes it sure, for the lag that a consumer remembers is as old as its last answer from a broker.
     */
    Instant askUntil(int partition, Consumer<?, ?> consumer) {
        Instant asked = clock.instant();
        Instant until = asked;
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(Fillings.both(partition), PATIENCE);
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                if (consumer.position(end.getKey(), PATIENCE) < end.getValue()) {
                    Instant read = readUntil.getOrDefault(end.getKey(), Instant.EPOCH);
                    until = read.isBefore(until) ? read : until;
                }
            }
            return until;
        } catch (TimeoutException e) {
            return readUntil(partition);
        }
    }

    /** The times until which partitions have been read that have more, as far as the consumer remembers their ends. */
    Map<TopicPartition, Instant> behind(Consumer<?, ?> consumer) {
        Map<TopicPartition, Instant> behind = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            Instant read = readUntil.get(partition);
            if (read != null && consumer.currentLag(partition).orElse(0) > 0) {
                behind.put(partition, read);
            }
        }
        return behind;
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(readUntil::remove);
    }
}
