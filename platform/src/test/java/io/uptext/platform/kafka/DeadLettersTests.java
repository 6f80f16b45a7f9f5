/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.topic.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** How letters are sent: each once, and lighter if Kafka does not take the whole. */
class DeadLettersTests {

    private static final byte[] VALUE = {0, (byte) 0xff, 1};
    private final PoisonException poison = new PoisonException("why");

    private final AtomicLong now = new AtomicLong();
    private final MockProducer<byte[], byte[]> kafka = new MockProducer<>(
            false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    private final EventPublisher publisher = new EventPublisher(kafka, "test", Clock.systemUTC(), now::get);

    @Test
    void a_letter_is_kept_once_kafka_says_so() {
        var kept = publisher.deadLetter(Topic.INBOUND_SMS, VALUE, "why", "acme");
        var lost = publisher.deadLetter(Topic.INBOUND_SMS, VALUE, "why", "acme");

        assertThat(kept).isNotDone();
        kafka.completeNext();
        assertThat(kept).isCompleted();
        kafka.errorNext(new TimeoutException("late"));
        await().untilAsserted(() -> assertThat(lost).isCompletedExceptionally());
    }

    @Test
    void a_record_whose_batch_comes_again_is_one_letter() {
        var first = publisher.deadLetter(record(1), poison);
        var second = publisher.deadLetter(record(1), poison);
        var other = publisher.deadLetter(record(2), poison);

        kafka.completeNext();
        kafka.completeNext();
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(other).isCompleted();
        assertThat(publisher.deadLetter(record(1), poison)).isCompleted();
        assertThat(kafka.history()).hasSize(2);
    }

    @Test
    void a_letter_that_kafka_did_not_take_is_sent_again_after_a_moment_and_no_other_before() {
        CompletableFuture<Void> lost = publisher.deadLetter(record(1), poison);
        kafka.errorNext(new TimeoutException("late"));
        await().untilAsserted(() -> assertThat(lost).isCompletedExceptionally());

        assertThat(publisher.deadLetter(record(1), poison)).isCompletedExceptionally();
        assertThat(publisher.deadLetter(record(2), poison)).isCompletedExceptionally();
        assertThat(kafka.history()).hasSize(1);

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        CompletableFuture<Void> again = publisher.deadLetter(record(1), poison);
        kafka.completeNext();
        assertThat(again).isCompleted();
        assertThat(publisher.deadLetter(record(2), poison)).isNotDone();
    }

    @Test
    void one_that_is_too_large_is_sent_lighter_and_again_lighter() {
        CompletableFuture<Void> letter = publisher.deadLetter(record(1), poison);
        kafka.errorNext(new RecordTooLargeException());
        await().until(() -> kafka.history().size() == 2);
        assertThat(letter).isNotDone();
        assertThat(kafka.history().getLast().value()).isEmpty();

        kafka.errorNext(new RecordTooLargeException());
        await().untilAsserted(() -> assertThat(letter).isCompletedExceptionally());
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>(Topic.INBOUND_SMS.topicName(), 0, offset, new byte[0], VALUE);
    }
}
