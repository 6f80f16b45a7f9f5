/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.platform.kafka.TimeTravel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The partitions of the log that this instance has: each is read from where something in it has not ended, nothing of it is
 * attempted before it is read to where it ended when we got it, and what is under way ends before it is given away. For the
 * consumer's thread.
 */
final class Ownership {

    /** Longer than an attempt takes. */
    static final Duration HANDOVER = Duration.ofSeconds(12);

    private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);
    private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(2);

    /** What ended lately is read again, for its schedule may come again. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Courier courier;
    private final DeliveryLine line;
    private final Clock clock;
    private final Duration useful;
    private final Set<TopicPartition> unplaced = new HashSet<>();
    private final Map<TopicPartition, Taking> taken = new HashMap<>();
    private Instant nextCommit = Instant.MIN;

    /** How far a partition was read when we got it, by those before us and at all. */
    private record Taking(long read, long end, boolean isCurrent) {}

    Ownership(Courier courier, DeliveryLine line, Clock clock, Duration useful) {
        this.courier = courier;
        this.line = line;
        this.clock = clock;
        this.useful = useful;
    }

    void assigned(Collection<TopicPartition> partitions) {
        unplaced.addAll(partitions);
    }

    /** Whether somebody has read this record before us; what is poison has been put aside then. */
    boolean wasRead(TopicPartition partition, long offset) {
        @Nullable Taking taking = taken.get(partition);
        return taking == null || offset < taking.read();
    }

    /** Does what is due of partitions, after a poll. */
    void settle(Consumer<?, ?> consumer) {
        unplaced.retainAll(consumer.assignment());
        if (!unplaced.isEmpty()) {
            place(consumer, Set.copyOf(unplaced));
        }
        taken.replaceAll((partition, taking) -> current(consumer, partition, taking));
        if (!clock.instant().isBefore(nextCommit)) {
            nextCommit = clock.instant().plus(COMMIT_EVERY);
            Map<TopicPartition, OffsetAndMetadata> offsets = offsets(consumer, taken.keySet());
            if (!offsets.isEmpty()) {
                consumer.commitAsync(offsets, null);
            }
        }
    }

    private void place(Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
        Instant now = clock.instant();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> oldest = TimeTravel.offsets(consumer, partitions, now.minus(useful));
        Map<TopicPartition, Long> lately = TimeTravel.offsets(consumer, partitions, now.minus(REMEMBERED));
        Map<TopicPartition, @Nullable OffsetAndMetadata> known = new HashMap<>(consumer.committed(partitions));
        for (TopicPartition partition : partitions) {
            @Nullable OffsetAndMetadata committed = known.get(partition);
            long end = ends.getOrDefault(partition, 0L);
            long lowWater = oldest.getOrDefault(partition, end);
            long read = lowWater;
            if (committed != null) {
                Committed before = Committed.of(committed);
                lowWater = before.lowWater();
                read = before.read();
            }
            long from = Math.max(
                    begins.getOrDefault(partition, 0L), Math.min(lowWater, lately.getOrDefault(partition, end)));
            consumer.seek(partition, from);
            Taking taking = new Taking(read, end, false);
            onLine(() -> courier.begin(partition.partition(), from));
            taken.put(partition, taking);
            unplaced.remove(partition);
        }
    }

    private Taking current(Consumer<?, ?> consumer, TopicPartition partition, Taking taking) {
        if (taking.isCurrent() || consumer.position(partition) < taking.end()) {
            return taking;
        }
        onLine(() -> courier.becomeCurrent(partition.partition()));
        return new Taking(taking.read(), taking.end(), true);
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            @Nullable Taking taking = taken.get(partition);
            if (taking != null && taking.isCurrent()) {
                OptionalLong lowWater = ask(() -> courier.lowWater(partition.partition()));
                long read = consumer.position(partition);
                lowWater.ifPresent(offset ->
                        offsets.put(partition, new Committed(Math.min(offset, read), read).offset()));
            }
        }
        return offsets;
    }

    /** Lets what is under way end, and says where its next owner begins. */
    void beforeRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = offsets(consumer, partitions);
            List<CompletableFuture<Void>> idle = partitions.stream()
                    .map(each -> ask(() -> courier.close(each.partition())))
                    .toList();
            CompletableFuture.allOf(idle.toArray(CompletableFuture[]::new))
                    .completeOnTimeout(null, HANDOVER.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            if (!offsets.isEmpty()) {
                consumer.commitSync(offsets, COMMIT_PATIENCE);
            }
        } catch (KafkaException | CompletionException e) {
            // Whoever has them next begins where we last said, and reads a little more.
        }
    }

    void revoked(Collection<TopicPartition> partitions) {
        unplaced.removeAll(partitions);
        for (TopicPartition partition : partitions) {
            taken.remove(partition);
            line.execute(() -> courier.drop(partition.partition()));
        }
    }

    private void onLine(Runnable task) {
        var _ = ask(() -> {
            task.run();
            return true;
        });
    }

    private <T> T ask(Supplier<T> question) {
        return line.ask(question).join();
    }
}
