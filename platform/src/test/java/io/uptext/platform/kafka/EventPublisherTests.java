/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class EventPublisherTests {

    private static final AuthExpired EVENT =
            new AuthExpired(ChallengeId.random(new Random(1)), new RelyingPartyId("acme"), Instant.EPOCH);

    private final MockProducer<byte[], byte[]> kafka = new MockProducer<>(
            false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    private final EventPublisher publisher = new EventPublisher(kafka, "test");

    @Test
    void nothingIsPublishedBeforeKafkaSaysSo() {
        CompletableFuture<Void> published = publisher.publish(EVENT, "key");

        assertThat(published).isNotDone();
        kafka.completeNext();
        assertThat(published).isCompleted();
    }

    @Test
    void aFailureOfKafkaIsAFailure() {
        CompletableFuture<Void> published = publisher.publish(EVENT, "key");

        kafka.errorNext(new TimeoutException("late"));
        assertThat(published).isCompletedExceptionally();
    }

    @Test
    void aProducerThatThrowsIsAFailureAndNoException() {
        kafka.sendException = new IllegalStateException("closed");

        assertThat(publisher.publish(EVENT, "key")).isCompletedExceptionally();
    }
}
