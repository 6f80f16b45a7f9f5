/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.topic.EventType;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.record.HostileRecords;
import io.uptext.testkit.record.TopicLog;
import io.uptext.verifier.VerifierService;
import io.uptext.verifier.join.Case;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole verifier between a real broker and a real Redis, and I9: no bad record delays its partition by more than 5 seconds. */
class PoisonTests {

    private static final String PEPPER = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration MOST_DELAY = Duration.ofSeconds(5);

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Pepper pepper = new Pepper(PEPPER);
    private final Case first = newCase();
    private final Case aborted = newCase();
    private final Case astray = newCase();
    private final Case asked = newCase();

    @Test
    void poison_goes_to_the_dead_letters_with_its_reason_and_the_good_records_behind_it_still_confirm()
            throws Exception {
        try (var _ = verifier();
                var producer = new KafkaProducer<>(broker(), new ByteArraySerializer(), new ByteArraySerializer());
                TopicLog outcomes = log(Topic.AUTH_OUTCOMES.topicName());
                TopicLog letters =
                        log(Topic.CHALLENGES.deadLetterTopicName(), Topic.INBOUND_SMS.deadLetterTopicName())) {
            send(producer, List.of(good(first, first.challenge()), good(first, first.right())));
            await().atMost(LIMIT).until(() -> confirmations(outcomes).contains(id(first)));

            ProducerRecord<byte[], byte[]> challenge = good(asked, asked.challenge());
            ProducerRecord<byte[], byte[]> sms = good(asked, asked.right());
            HostileRecords hostileSms = new HostileRecords(sms, random);
            List<ProducerRecord<byte[], byte[]>> poison =
                    new ArrayList<>(hostileSms.unreadable(EventType.CHALLENGE_CREATED.type()));
            poison.addAll(new HostileRecords(challenge, random).unreadable(EventType.INBOUND_SMS_RECEIVED.type()));
            poison.add(good(first, asked.right()));
            abort(List.of(good(aborted, aborted.challenge()), good(aborted, aborted.right()), poison.getFirst()));
            send(producer, List.of(challenge, elsewhere(good(astray, astray.challenge()))));
            send(producer, poison);
            send(producer, hostileSms.readable());
            send(producer, List.of(sms));

            await().atMost(MOST_DELAY).until(() -> confirmations(outcomes).contains(id(asked)));
            await().atMost(MOST_DELAY)
                    .untilAsserted(
                            () -> assertThat(letters.read()).as("seed %d", seed).hasSize(poison.size()));
            send(producer, List.of(sms));
            assertThat(letters.readToEnd()).hasSize(poison.size());
            // The broker is that of other tests, too.
            assertThat(confirmations(outcomes)).contains(id(first)).doesNotContain(id(aborted), id(astray));
            assertReasons(letters.read());
            assertPlaces(letters.read());
        }
    }

    private static void assertReasons(List<ConsumerRecord<byte[], byte[]>> letters) {
        assertThat(letters.stream().map(each -> text(each, "uptext_dlt_reason")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "no ce_type",
                        "unknown ce_type",
                        "ce_type " + EventType.CHALLENGE_CREATED.type() + " does not belong on this topic",
                        "ce_type " + EventType.INBOUND_SMS_RECEIVED.type() + " does not belong on this topic",
                        "the value is not a " + EventType.INBOUND_SMS_RECEIVED.type(),
                        "the value is not a " + EventType.CHALLENGE_CREATED.type(),
                        "the value is null",
                        "the value has no messageId",
                        "the value has no challengeId",
                        "no value",
                        "no key",
                        "the key is not a code key",
                        "the key is not that of the code");
    }

    private static void assertPlaces(List<ConsumerRecord<byte[], byte[]>> letters) {
        assertThat(letters.stream()
                        .map(each -> text(each, "uptext_dlt_topic") + text(each, "uptext_dlt_partition") + "@"
                                + text(each, "uptext_dlt_offset"))
                        .distinct())
                .hasSameSizeAs(letters);
        assertThat(letters).allSatisfy(each -> {
            assertThat(each.topic()).isEqualTo(text(each, "uptext_dlt_topic") + "-dlt");
            assertThat(text(each, "uptext_dlt_service")).isEqualTo("verifier-service");
        });
    }

    private static ConfigurableApplicationContext verifier() {
        return VerifierService.application()
                .run(
                        "--spring.kafka.bootstrap-servers=" + Backends.kafka().bootstrapServers(),
                        "--management.server.port=-1",
                        "--uptext.redis.uri=" + Backends.redis().uri(),
                        "--uptext.verifier.pepper=" + PEPPER);
    }

    private static void send(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records)
            throws InterruptedException, ExecutionException {
        for (ProducerRecord<byte[], byte[]> each : records) {
            producer.send(each).get();
        }
    }

    /** As a writer that ends in the middle of a transaction; nobody may heed what it wrote. */
    private static void abort(List<ProducerRecord<byte[], byte[]>> records)
            throws InterruptedException, ExecutionException {
        Map<String, Object> transactional = new HashMap<>(broker());
        transactional.put("transactional.id", "aborted");
        try (var producer = new KafkaProducer<>(transactional, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, records);
            producer.abortTransaction();
        }
    }

    /** All cases in one partition, so that one bad record is before every good one. */
    private ProducerRecord<byte[], byte[]> good(Case of, Event event) {
        String key = pepper.codeKey(of.challenge().destination(), of.challenge().code())
                .value();
        ProducerRecord<byte[], byte[]> record = EventRecords.write(event, key, "test");
        return new ProducerRecord<>(record.topic(), 1, record.key(), record.value(), record.headers());
    }

    /** In another partition than its key says: its text never meets it. */
    private static ProducerRecord<byte[], byte[]> elsewhere(ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), 2, record.key(), record.value(), record.headers());
    }

    private Case newCase() {
        return Case.of(random, Case.PHONE, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Map<String, Object> broker() {
        return Map.of("bootstrap.servers", Backends.kafka().bootstrapServers());
    }

    private static TopicLog log(String... topics) {
        return TopicLog.of(Backends.kafka().bootstrapServers(), topics);
    }

    private static String id(Case of) {
        return of.confirmedBy(of.right()).eventId();
    }

    private static List<String> confirmations(TopicLog outcomes) {
        List<String> confirmations = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> each : outcomes.read()) {
            if (read(each) instanceof AuthConfirmed confirmed) {
                confirmations.add(confirmed.eventId());
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

    private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        assertThat(header).isNotNull();
        return new String(header.value(), UTF_8);
    }
}
