/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Polls that are stored, and whose outcomes are on their way to Kafka. A poll counts as read once Kafka has them all, and
 * all of the polls before; meanwhile the next is being decided. For one consumer's thread.
 */
final class Untold {

    /** As many wait at a time; with more, who decides faster than Kafka takes would fill the memory. */
    private static final int MOST = 4;

    /** To count something as read is a request to Kafka, and where little comes, each record is a poll. */
    private static final Duration EVERY = Duration.ofMillis(50);

    /** So many records are worth a request; until then they stay in memory. */
    private static final int WORTH_IT = 500;

    private final LongSupplier nanoTime;
    private final Deque<Poll> polls = new ArrayDeque<>();
    private final List<Acknowledgment> told = new ArrayList<>();
    private long countedAt;
    private int toldRecords;
    private boolean hasMoved;

    Untold(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.countedAt = nanoTime.getAsLong() - EVERY.toNanos();
    }

    private record Poll(
            CompletableFuture<Void> told,
            Acknowledgment acknowledgment,
            int records,
            Map<TopicPartition, Long> firstOffsets) {}

    /** A poll is stored, and its outcomes have been sent. */
    void add(Polled polled, List<CompletableFuture<Void>> sent, Acknowledgment poll) {
        Map<TopicPartition, Long> first = new HashMap<>();
        polled.parts().forEach((partition, part) -> first.put(partition, part.offset()));
        polls.add(new Poll(
                CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)), poll, polled.records(), first));
    }

    /**
     * Counts as read what Kafka has by now, unless it has just done so, and waits for the oldest poll where too many are under
     * way.
     *
     * @throws CompletionException if Kafka did not take the outcomes of one; the consumer has gone back to it
     */
    void settle(Consumer<?, ?> consumer) {
        settle(consumer, MOST);
        boolean isTime = nanoTime.getAsLong() - countedAt >= EVERY.toNanos();
        if (!told.isEmpty() && (isTime || toldRecords >= WORTH_IT)) {
            count();
        }
    }

    /** The same at once, until none is under way. */
    void settleAll(Consumer<?, ?> consumer) {
        try {
            settle(consumer, 0);
        } finally {
            count();
        }
    }

    private void count() {
        told.forEach(Acknowledgment::acknowledge);
        told.clear();
        toldRecords = 0;
        countedAt = nanoTime.getAsLong();
    }

    private void settle(Consumer<?, ?> consumer, int most) {
        while (!polls.isEmpty()
                && (polls.size() > most || polls.getFirst().told().isDone())) {
            try {
                polls.getFirst().told().join();
            } catch (CompletionException | CancellationException e) {
                goBack(consumer);
                throw e;
            }
            Poll poll = polls.removeFirst();
            told.add(poll.acknowledgment());
            toldRecords += poll.records();
            hasMoved = true;
        }
    }

    /** Whether nothing waits for Kafka, or it has taken something since this was asked before. */
    boolean isMoving() {
        boolean isMoving = hasMoved || polls.isEmpty();
        hasMoved = false;
        return isMoving;
    }

    /** What failed must be decided again, and with it all that was decided after it, as it has not been counted either. */
    private void goBack(Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> first = new HashMap<>();
        polls.forEach(
                poll -> poll.firstOffsets().forEach((partition, offset) -> first.merge(partition, offset, Math::min)));
        first.forEach((partition, offset) -> {
            if (consumer.assignment().contains(partition) && consumer.position(partition) > offset) {
                consumer.seek(partition, offset);
            }
        });
        // Not before: who could not go back tries again.
        polls.clear();
    }

    /** Leaves everything to whoever owns the partitions next, who reads it again. */
    void abandon() {
        polls.clear();
        told.clear();
        toldRecords = 0;
    }
}
