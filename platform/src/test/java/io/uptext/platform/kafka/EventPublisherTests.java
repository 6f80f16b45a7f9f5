/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class EventPublisherTests {

    private static final AuthExpired EVENT =
            new AuthExpired(ChallengeId.random(new Random(1)), new RelyingPartyId("acme"), Instant.EPOCH);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final MockProducer<byte[], byte[]> kafka = new MockProducer<>(
            false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    private final EventPublisher publisher = new EventPublisher(kafka, "test", Clock.systemUTC(), now::get);
    private final AtomicInteger handedOver = new AtomicInteger();

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

    @Test
    void whatMightBlockIsHandedOverUntilAnAcknowledgementHasCome() {
        publish();
        publish();
        assertThat(handedOver).hasValue(2);

        kafka.completeNext();
        publish();
        assertThat(handedOver).hasValue(2);
    }

    @Test
    void afterASilenceItIsHandedOverAgain() {
        publish();
        kafka.completeNext();
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        publish();
        assertThat(handedOver).hasValue(1);

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        publish();
        assertThat(handedOver).hasValue(2);
    }

    @Test
    void afterAFailureItIsHandedOverAgain() {
        publish();
        kafka.completeNext();
        publish();
        kafka.errorNext(new TimeoutException("late"));
        publish();
        assertThat(handedOver).hasValue(2);
        kafka.completeNext();
        kafka.sendException = new IllegalStateException("closed");
        publish();
        publish();
        assertThat(handedOver).hasValue(3);
    }

    @Test
    void whileMuchWaitsForAcknowledgementItIsHandedOver() {
        publish();
        kafka.completeNext();
        int sent = 0;
        while (!publisher.mayBlock()) {
            publish();
            sent++;
        }
        assertThat(handedOver).hasValue(1);
        assertThat(sent).isBetween(1_000, 8 * 1024);

        publish();
        assertThat(handedOver).hasValue(2);
        while (kafka.completeNext()) {
            // all of them
        }
        assertThat(publisher.mayBlock()).isFalse();
    }

    private void publish() {
        var _ = publisher.publish(EVENT, "key", task -> {
            handedOver.incrementAndGet();
            task.run();
        });
    }
}
