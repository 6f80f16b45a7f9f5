/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.platform.kafka.Publishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A dead letter is kept once Kafka has it. */
class KafkaDeadLettersTests {

    private static final byte[] MESSAGE = {0, 0, 0, 16, 1};
    private static final Duration PATIENT = Duration.ofSeconds(10);

    private final MockProducer<byte[], byte[]> kafka = new MockProducer<>(
            false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    private final KafkaDeadLetters letters = new KafkaDeadLetters(Publishers.through(kafka));

    @Test
    void itIsKeptOnceKafkaSaysSo() {
        CompletableFuture<Void> kept = keep();

        awaitSent();
        assertThat(kept).isNotDone();
        kafka.completeNext();
        assertThat(kept).succeedsWithin(PATIENT);
        assertThat(kafka.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(Topic.INBOUND_SMS.deadLetterTopicName());
            assertThat(record.value()).isEqualTo(MESSAGE);
            assertThat(record.headers().lastHeader("uptext_dlt_origin").value()).isEqualTo("acme".getBytes(US_ASCII));
        });
    }

    @Test
    void whatKafkaDoesNotTakeIsNotKept() {
        CompletableFuture<Void> kept = keep();

        awaitSent();
        kafka.errorNext(new TimeoutException("late"));
        assertThat(kept).failsWithin(PATIENT);
    }

    @Test
    void aProducerThatThrowsIsAFailureAndNoException() {
        kafka.sendException = new IllegalStateException("closed");

        assertThat(keep()).failsWithin(PATIENT);
    }

    private CompletableFuture<Void> keep() {
        return letters.keep(MESSAGE, "the text is not in its alphabet", new ConnectorId("acme"));
    }

    private void awaitSent() {
        Awaitility.await().atMost(PATIENT).until(() -> !kafka.history().isEmpty());
    }
}
