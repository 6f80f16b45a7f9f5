/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.kafka;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.inbound.receive.InboundSmsSink;
import io.uptext.platform.kafka.EventPublisher;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Publishes to Kafka from virtual threads: its client blocks while it knows no broker, and an event loop must not. */
public final class KafkaInboundSmsSink implements InboundSmsSink, AutoCloseable {

    private final EventPublisher publisher;
    private final ExecutorService executor;

    /** Publishes through {@code publisher}, which stays the caller's to close. */
    public KafkaInboundSmsSink(EventPublisher publisher) {
        this.publisher = publisher;
        this.executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("inbound-sms-", 0).factory());
    }

    @Override
    public CompletableFuture<Void> accept(InboundSmsReceived message, CodeKey key) {
        // All of it on the executor: a step that is merely chained on could run on the event loop.
        return CompletableFuture.completedFuture(message)
                .thenComposeAsync(event -> publisher.publish(event, key.value()), executor);
    }

    @Override
    public void close() {
        executor.close();
    }
}
