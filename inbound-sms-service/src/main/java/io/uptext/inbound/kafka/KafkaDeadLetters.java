/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.kafka;

import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.inbound.receive.DeadLetters;
import io.uptext.platform.kafka.EventPublisher;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The dead letters of {@link Topic#INBOUND_SMS}; a header names the connector that they came through. */
public final class KafkaDeadLetters implements DeadLetters {

    private static final Executor MAY_WAIT = Thread.ofVirtual().name("dead-letter-", 0)::start;

    private final EventPublisher publisher;

    /** Publishes through {@code publisher}, which stays the caller's to close. */
    public KafkaDeadLetters(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public CompletableFuture<Void> keep(byte[] message, String reason, ConnectorId connector) {
        return CompletableFuture.completedFuture(message)
                .thenComposeAsync(
                        each -> publisher.deadLetter(Topic.INBOUND_SMS, each, reason, connector.value()), MAY_WAIT);
    }
}
