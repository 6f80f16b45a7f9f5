/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import io.uptext.contracts.topic.Topic;
import io.uptext.platform.kafka.KafkaClients;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Appends bytes to the topic of inbound SMS as our services append events, with the same settings. */
final class Appending implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;

    Appending(KafkaProperties properties) {
        producer = new KafkaProducer<>(
                new KafkaClients(properties).producerSettings("bare"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Completes once every in-sync replica has them. */
    CompletableFuture<@Nullable Void> append(byte[] bytes) {
        return append(new ProducerRecord<>(Topic.INBOUND_SMS.topicName(), bytes));
    }

    /** As above, a whole record. */
    CompletableFuture<@Nullable Void> append(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<@Nullable Void> acknowledged = new CompletableFuture<>();
        var _ = producer.send(record, (_, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    @Override
    public void close() {
        producer.close();
    }
}
