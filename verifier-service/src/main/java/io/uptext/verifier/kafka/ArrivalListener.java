/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.platform.kafka.PoisonException;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.join.Passage;
import io.uptext.verifier.redis.RedisJoinStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Takes a poll of both topics to the join and its verdict to Kafka; it is committed once Kafka has that. So a crash
 * anywhere repeats the poll, and the rule tells the identical outcomes again. For one consumer's thread.
 */
final class ArrivalListener implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

    /** While Redis takes these, the next are read. */
    private static final int AT_A_TIME = 256;

    private final JoinStore store;
    private final Arrivals arrivals;
    private final Publishing publishing;
    private final Fillings fillings;
    private final Deadlines deadlines;
    private final Progress progress;
    private final Untold untold = new Untold(System::nanoTime);
    private final Pulse pulse;
    private final Clock clock;

    ArrivalListener(
            JoinStore store,
            Arrivals arrivals,
            Publishing publishing,
            Fillings fillings,
            Deadlines deadlines,
            Progress progress,
            Pulse pulse,
            Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.publishing = publishing;
        this.fillings = fillings;
        this.deadlines = deadlines;
        this.progress = progress;
        this.pulse = pulse;
        this.clock = clock;
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<byte[], byte[]>> records,
            @Nullable Acknowledgment poll,
            @Nullable Consumer<?, ?> ofThread) {
        Consumer<?, ?> consumer = Objects.requireNonNull(ofThread);
        arrivals.requireCurrent();
        untold.settle(consumer);
        Polled polled = Polled.of(records);
        // Who has been away for longer than slots live would take what is gone for what never was.
        Set<Integer> lost =
                new HashSet<>(progress.late(polled, clock.instant().minus(RedisJoinStore.SLOT_LIFE.dividedBy(2))));
        lost.removeIf(fillings::isOpen);
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        Passage passage =
                store.passage((verdict, misses) -> sent.addAll(publishing.send(verdict, misses, fillings::isNews)));
        for (int from = 0; from < records.size(); from += AT_A_TIME) {
            passage.send(slots(records.subList(from, Math.min(records.size(), from + AT_A_TIME)), lost, sent));
        }
        lost.addAll(passage.finish());
        after(polled, lost, consumer);
        // Not before: what is lost and could not begin to be filled has not been read.
        untold.add(polled, sent, Objects.requireNonNull(poll));
        progress.read(polled);
        untold.settle(consumer);
        beat(consumer);
    }

    private Map<JoinKey, List<Arrival>> slots(
            List<ConsumerRecord<byte[], byte[]>> records, Set<Integer> lost, List<CompletableFuture<Void>> sent) {
        Map<JoinKey, List<Arrival>> slots = LinkedHashMap.newLinkedHashMap(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                Optional<Arrivals.Arrived> arrived = arrivals.read(record);
                if (arrived.isPresent() && !lost.contains(record.partition())) {
                    Arrival arrival = arrived.get().arrival();
                    List<Arrival> ofSlot = slots.computeIfAbsent(arrived.get().slot(), _ -> new ArrayList<>(1));
                    ofSlot.add(arrival);
                    recorded(record.partition(), arrival).ifPresent(ofSlot::add);
                }
            } catch (PoisonException e) {
                if (!fillings.isAgain(record)) {
                    sent.add(publishing.deadLetter(record, e));
                }
            }
        }
        return slots;
    }

    private Optional<Arrival> recorded(int partition, Arrival arrival) {
        return arrival instanceof Arrival.Created(var challenge)
                ? fillings.recorded(partition, challenge).map(Arrival.Recorded::new)
                : Optional.empty();
    }

    /** Called on the consumer's thread when nothing has come for a while. */
    void onIdle(Consumer<?, ?> consumer) {
        untold.settle(consumer);
        after(Polled.NOTHING, new HashSet<>(), consumer);
        beat(consumer);
    }

    private void after(Polled polled, Set<Integer> lost, Consumer<?, ?> consumer) {
        lost.addAll(fillings.endThoseDone(consumer));
        lost.addAll(deadlines.sweep(consumer));
        // A poll may end after its partitions were given away.
        lost.removeIf(partition -> !consumer.assignment().containsAll(Fillings.both(partition)));
        fillings.begin(lost, polled.earliest(lost, clock.instant()), consumer);
    }

    private void beat(Consumer<?, ?> consumer) {
        if (untold.isMoving()) {
            pulse.beat(() -> progress.behind(consumer), fillings.open());
        }
    }

    /** Called on the consumer's thread before it gives partitions away: what is decided is to count as read. */
    void beforeRevoked(Consumer<?, ?> consumer) {
        try {
            untold.settleAll(consumer);
        } catch (CompletionException e) {
            // Whoever owns them next reads it again.
            untold.abandon();
        }
    }

    /** Called on the consumer's thread when it has given partitions away. */
    void onRevoked(Collection<TopicPartition> partitions) {
        untold.abandon();
        progress.forget(partitions);
        fillings.abandon(partitions);
    }
}
