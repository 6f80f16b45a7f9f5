/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.testkit.backend.Backends;
import io.uptext.verifier.VerifierService;
import io.uptext.verifier.join.Case;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A whole verifier between a real broker and a real Redis. */
class PoisonTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PEPPER = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String CREATED = "io.uptext.challenge.created.v1";
    private static final String RECEIVED = "io.uptext.inbound-sms.received.v1";

    private final Random random = new Random();
    private final Map<String, Object> broker =
            Map.of("bootstrap.servers", Backends.kafka().bootstrapServers());
    private final Pepper pepper = new Pepper(PEPPER);
    private final Case asked = Case.of(random, Case.PHONE, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    private final byte[] key = pepper.codeKey(
                    asked.challenge().destination(), asked.challenge().code())
            .value()
            .getBytes(UTF_8);

    @Test
    void poison_goes_to_the_dead_letters_with_its_reason_and_the_good_records_behind_it_still_confirm()
            throws Exception {
        try (var _ = VerifierService.application()
                        .run(
                                "--spring.kafka.bootstrap-servers="
                                        + Backends.kafka().bootstrapServers(),
                                "--management.server.port=-1",
                                "--uptext.redis.uri=" + Backends.redis().uri(),
                                "--uptext.verifier.pepper=" + PEPPER);
                var producer = new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer());
                var reader = new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            int partition = producer.send(good(asked.challenge())).get().partition();
            List<ProducerRecord<byte[], byte[]>> poison = poison(partition);
            for (ProducerRecord<byte[], byte[]> each : poison) {
                assertThat(producer.send(each).get().partition()).isEqualTo(partition);
            }
            assertThat(producer.send(good(asked.right())).get().partition()).isEqualTo(partition);

            List<TopicPartition> outputs = Stream.of(
                            Topic.AUTH_OUTCOMES.topicName(),
                            Topic.CHALLENGES.deadLetterTopicName(),
                            Topic.INBOUND_SMS.deadLetterTopicName())
                    .flatMap(topic -> reader.partitionsFor(topic).stream())
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            reader.assign(outputs);
            reader.seekToBeginning(outputs);
            List<ConsumerRecord<byte[], byte[]>> said = new ArrayList<>();
            await().atMost(LIMIT).until(() -> {
                reader.poll(Duration.ofMillis(100)).forEach(said::add);
                return confirmations(said).size() == 1 && letters(said).size() >= poison.size();
            });
            // Nothing more comes once the readers have been quiet for a while.
            reader.poll(Duration.ofSeconds(1)).forEach(said::add);

            assertThat(confirmations(said))
                    .extracting(Event::eventId)
                    .containsExactly(asked.confirmedBy(asked.right()).eventId());
            assertThat(letters(said)).hasSize(poison.size());
            assertThat(letters(said).stream().map(PoisonTests::reason))
                    .containsExactlyInAnyOrder(
                            "no ce_type",
                            "no ce_type",
                            "the value is not a " + RECEIVED,
                            "the value is not a " + CREATED,
                            "the value has no messageId",
                            "the value has no challengeId",
                            "the key is not a code key",
                            "no key",
                            "unknown ce_type",
                            "ce_type " + CREATED + " does not belong on this topic",
                            "no value");
            assertThat(letters(said))
                    .allSatisfy(letter -> assertThat(new String(
                                    header(letter, "uptext_dlt_partition").value(), UTF_8))
                            .isEqualTo(String.valueOf(partition)));
        }
    }

    private List<ProducerRecord<byte[], byte[]>> poison(int partition) {
        byte[] sms = good(asked.wrongPhone()).value();
        return List.of(
                record(Topic.INBOUND_SMS, partition, key, sms, null),
                record(Topic.CHALLENGES, partition, key, good(asked.challenge()).value(), null),
                record(Topic.INBOUND_SMS, partition, key, "{\"messageId\":".getBytes(UTF_8), RECEIVED),
                record(Topic.CHALLENGES, partition, key, "not json".getBytes(UTF_8), CREATED),
                record(Topic.INBOUND_SMS, partition, key, "{}".getBytes(UTF_8), RECEIVED),
                record(Topic.CHALLENGES, partition, key, "{}".getBytes(UTF_8), CREATED),
                record(
                        Topic.INBOUND_SMS,
                        partition,
                        asked.challenge().code().normal().getBytes(UTF_8),
                        sms,
                        RECEIVED),
                record(Topic.INBOUND_SMS, partition, null, sms, RECEIVED),
                record(Topic.INBOUND_SMS, partition, key, sms, "io.uptext.unheard-of.v1"),
                record(Topic.INBOUND_SMS, partition, key, sms, CREATED),
                record(Topic.INBOUND_SMS, partition, key, null, RECEIVED));
    }

    private static ProducerRecord<byte[], byte[]> record(
            Topic topic, int partition, byte @Nullable [] key, byte @Nullable [] value, @Nullable String type) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic.topicName(), partition, key, value);
        if (type != null) {
            record.headers().add("ce_type", type.getBytes(UTF_8));
        }
        return record;
    }

    private ProducerRecord<byte[], byte[]> good(Event event) {
        return EventRecords.write(event, new String(key, UTF_8), "test");
    }

    private List<Event> confirmations(List<ConsumerRecord<byte[], byte[]>> said) {
        List<Event> confirmations = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : said) {
            if (each.topic().equals(Topic.AUTH_OUTCOMES.topicName()) && read(each) instanceof AuthConfirmed confirmed) {
                confirmations.add(confirmed);
            }
        }
        return confirmations;
    }

    private static Event read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return EventRecords.read(record);
        } catch (PoisonException e) {
            throw new AssertionError("the verifier wrote what nobody can read", e);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> letters(List<ConsumerRecord<byte[], byte[]>> said) {
        return said.stream().filter(each -> each.topic().endsWith("-dlt")).toList();
    }

    private static String reason(ConsumerRecord<byte[], byte[]> letter) {
        return new String(header(letter, "uptext_dlt_reason").value(), UTF_8);
    }

    private static Header header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        assertThat(header).isNotNull();
        return header;
    }
}
