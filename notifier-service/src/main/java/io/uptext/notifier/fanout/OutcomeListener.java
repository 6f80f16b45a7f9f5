/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import io.uptext.contracts.event.Outcome;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Takes a poll of outcomes to the relying parties; it is committed once Kafka has what they are told. So a crash anywhere
 * repeats the poll, and the same is told with the same ids. For one consumer's thread.
 */
final class OutcomeListener implements BatchMessageListener<byte[], byte[]> {

    private final LookBack lookBack;
    private final Telling telling;
    private final EventPublisher publisher;
    private final Map<TopicPartition, Decisions> decisions = new HashMap<>();

    OutcomeListener(LookBack lookBack, Telling telling, EventPublisher publisher) {
        this.lookBack = lookBack;
        this.telling = telling;
        this.publisher = publisher;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        lookBack(records);
        List<Decided> decided = new ArrayList<>();
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                if (EventRecords.read(record) instanceof Outcome outcome
                        && known(record).isTold(outcome, lookBack.time(record))) {
                    decided.add(Decided.of(record, outcome));
                }
            } catch (PoisonException e) {
                sent.add(publisher.deadLetter(record, e));
            }
        }
        telling.tell(decided, sent);
    }

    /** Not before there is something to tell: by then it is known how far back to read. */
    private void lookBack(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> next = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            TopicPartition partition = partition(record);
            if (!decisions.containsKey(partition)) {
                next.putIfAbsent(partition, record);
            }
        }
        if (!next.isEmpty()) {
            decisions.putAll(lookBack.before(next));
        }
    }

    private Decisions known(ConsumerRecord<?, ?> record) {
        return Objects.requireNonNull(decisions.get(partition(record)));
    }

    /** Called on the consumer's thread when it has given partitions away: who owns them next tells on, and this knows less. */
    void forget(Collection<TopicPartition> partitions) {
        decisions.keySet().removeAll(partitions);
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
