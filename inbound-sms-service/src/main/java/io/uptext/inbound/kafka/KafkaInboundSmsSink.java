/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.kafka;

import io.uptext.contracts.event.InboundEvent;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.inbound.receive.InboundSmsSink;
import io.uptext.platform.kafka.EventPublisher;
import java.util.concurrent.CompletableFuture;

/** Publishes to Kafka; durable means that every in-sync replica has the record. */
public final class KafkaInboundSmsSink implements InboundSmsSink {

    private final EventPublisher publisher;

    /** Publishes through {@code publisher}, which stays the caller's to close. */
    public KafkaInboundSmsSink(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public CompletableFuture<Void> accept(InboundEvent message, CodeKey key) {
        return publisher.publish(message, key.value());
    }

    @Override
    public boolean mayBlock() {
        return publisher.mayBlock();
    }
}
