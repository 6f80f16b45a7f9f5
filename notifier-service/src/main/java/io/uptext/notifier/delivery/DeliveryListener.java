/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.support.Acknowledgment;

/** Takes the log of deliveries to the courier. For one consumer's thread. */
final class DeliveryListener
        implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {

    private final Courier courier;
    private final DeliveryLine line;
    private final Ownership ownership;
    private final EventPublisher publisher;

    DeliveryListener(Courier courier, DeliveryLine line, Ownership ownership, EventPublisher publisher) {
        this.courier = courier;
        this.line = line;
        this.ownership = ownership;
        this.publisher = publisher;
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<byte[], byte[]>> records,
            @Nullable Acknowledgment poll,
            @Nullable Consumer<?, ?> ofThread) {
        List<Arrival> arrivals = new ArrayList<>(records.size());
        List<CompletableFuture<Void>> letters = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                arrivals.add(new Arrival(record.partition(), record.offset(), read(record)));
            } catch (PoisonException e) {
                if (!ownership.wasRead(new TopicPartition(record.topic(), record.partition()), record.offset())) {
                    letters.add(publisher.deadLetter(record, e));
                }
            }
        }
        letters.forEach(CompletableFuture::join);
        line.ask(() -> {
                    courier.take(arrivals);
                    return true;
                })
                .join();
        ownership.settle(Objects.requireNonNull(ofThread));
    }

    private static DeliveryEvent read(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        if (!(EventRecords.read(record) instanceof DeliveryEvent event)) {
            throw new PoisonException("this event does not belong on this topic");
        }
        // By another key it would be in another partition, whose owner does not know what this one does.
        if (!event.challengeId().value().equals(EventRecords.key(record))) {
            throw new PoisonException("the key is not the challenge");
        }
        return event;
    }

    /** Called on the consumer's thread when nothing has come for a while. */
    void onIdle(Consumer<?, ?> consumer) {
        ownership.settle(consumer);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        ownership.assigned(partitions);
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        ownership.beforeRevoked(consumer, partitions);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        ownership.revoked(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        ownership.revoked(partitions);
    }
}
