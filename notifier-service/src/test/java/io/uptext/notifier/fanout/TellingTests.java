/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.notifier.Outcomes;
import io.uptext.notifier.Party;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.registry.RelyingParties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

class TellingTests {

    private final Random random = new Random(11);

    @Test
    void when_kafka_is_not_there_one_record_waits_for_it_and_not_each_of_a_poll() {
        KafkaProperties nowhere = new KafkaProperties();
        nowhere.setBootstrapServers(List.of("127.0.0.1:1"));
        KafkaClients clients = new KafkaClients(nowhere);
        RelyingParties registry = Party.registry(
                List.of(Party.of("acme", "webhooks: [{id: login, url: \"https://hooks.example.com/login\"}]")));
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        try (EventPublisher publisher = clients.publisher("test");
                Admin admin = clients.admin(Duration.ofSeconds(1))) {
            Complaints complaints = new Complaints(new SimpleMeterRegistry());
            PartyTopics topics = new PartyTopics(admin, Instance.CREATING, complaints, System::nanoTime);
            Telling telling = new Telling(publisher, () -> registry, new OwnTopics(publisher, topics, complaints));
            List<Decided> decided = List.of(decided(), decided(), decided());
            assertThatThrownBy(() -> telling.tell(decided, sent)).isInstanceOf(CompletionException.class);
        }
        assertThat(sent).as("what was tried after the first").isEmpty();
    }

    private Decided decided() {
        var outcome = Outcomes.confirmed(ChallengeId.random(random), "acme", "1");
        ProducerRecord<byte[], byte[]> record = Outcomes.record(outcome);
        return Decided.of(new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value()), outcome);
    }
}
