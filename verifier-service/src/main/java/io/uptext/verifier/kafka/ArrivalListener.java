/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.event.CarrierKeywordReceived;
import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;

/**
 * Takes a poll of both topics to the join and its verdict to Kafka; the container commits once this returns. So a crash
 * anywhere repeats the poll, and the rule tells the identical outcomes again.
 */
public final class ArrivalListener implements BatchConsumerAwareMessageListener<byte[], byte[]> {

    private final JoinStore store;
    private final EventPublisher outcomes;
    private final Deadlines deadlines;

    /** Joins in {@code store}, publishes to {@code outcomes}. */
    public ArrivalListener(JoinStore store, EventPublisher outcomes, Deadlines deadlines) {
        this.store = store;
        this.outcomes = outcomes;
        this.deadlines = deadlines;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        Map<JoinKey, List<Arrival>> arrivals = new LinkedHashMap<>();
        List<CompletableFuture<Void>> deadLetters = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                Optional<Arrival> arrival = arrival(record);
                if (arrival.isPresent()) {
                    arrivals.computeIfAbsent(slot(record), _ -> new ArrayList<>())
                            .add(arrival.get());
                }
            } catch (PoisonException e) {
                deadLetters.add(outcomes.deadLetter(record, e));
            }
        }
        List<OutcomeEvent> verdict = store.apply(arrivals);
        Publishing.all(outcomes, verdict);
        Publishing.join(deadLetters);
        if (consumer != null) {
            deadlines.sweep(consumer);
        }
    }

    private static Optional<Arrival> arrival(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        return switch (EventRecords.read(record)) {
            case ChallengeCreated created -> Optional.of(new Arrival.Created(created));
            case ChallengeCancelled cancelled -> Optional.of(new Arrival.Cancelled(cancelled));
            case InboundSmsReceived sms when sms.code() == null -> Optional.empty();
            case InboundSmsReceived sms -> Optional.of(new Arrival.Message(sms));
            case CarrierKeywordReceived _ -> Optional.empty();
            case OutcomeEvent _ -> throw new PoisonException("an outcome does not belong on this topic");
        };
    }

    private static JoinKey slot(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        try {
            return new JoinKey(record.partition(), new CodeKey(EventRecords.key(record)));
        } catch (IllegalArgumentException e) {
            throw new PoisonException("the key is not a code key");
        }
    }
}
