/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBroker;
import io.uptext.verifier.VerifierService;
import io.uptext.verifier.join.Case;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole verifier on the broker of this JVM and on some Redis; people who sign in, and what the log says of them. */
final class SignIns implements AutoCloseable {

    /** Within this everything is well again after a fault has healed. */
    static final Duration HEALED = Duration.ofSeconds(30);

    /** As {@link Case#right} is called. */
    private static final String RIGHT = "right";

    private static final Duration POLL = Duration.ofMillis(100);
    private static final String PEPPER = Base64.getEncoder().encodeToString(new byte[32]);

    private final Random random = new Random();
    private final Pepper pepper = new Pepper(PEPPER);
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> reader;
    private final ConfigurableApplicationContext verifier;
    private final Map<ChallengeId, List<Outcome>> said = new HashMap<>();

    /** Starts a verifier. */
    SignIns(String redisUri, String... options) {
        Map<String, Object> broker =
                Map.of("bootstrap.servers", Backends.kafka().bootstrapServers());
        producer = new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer());
        reader = new KafkaConsumer<>(broker, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> outcomes = reader.partitionsFor(Topic.AUTH_OUTCOMES.topicName()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        reader.assign(outcomes);
        reader.seekToEnd(outcomes);
        outcomes.forEach(reader::position);
        verifier = VerifierService.application()
                .run(Stream.concat(
                                Stream.of(
                                        "--spring.kafka.bootstrap-servers="
                                                + Backends.kafka().bootstrapServers(),
                                        "--uptext.redis.uri=" + redisUri,
                                        "--uptext.verifier.group=" + UUID.randomUUID(),
                                        "--uptext.verifier.pepper=" + PEPPER,
                                        "--management.server.port=-1"),
                                Arrays.stream(options))
                        .toArray(String[]::new));
    }

    /** Creates a challenge. */
    Case ask() {
        Case asked = Case.of(random, Case.PHONE, now());
        var _ = send(asked, asked.challenge());
        return asked;
    }

    /** Creates some. */
    List<Case> ask(int many) {
        return IntStream.range(0, many).mapToObj(_ -> ask()).toList();
    }

    /** Lets the right phones text their codes. */
    void text(List<Case> asked) {
        asked.forEach(each -> text(each, RIGHT, Case.PHONE));
    }

    /**
     * Lets a phone text.
     *
     * @param name another one for another text
     * @return the partition
     */
    int text(Case asked, String name, Msisdn phone) {
        return send(asked, asked.sms(name, phone, RouteTrust.T2, now()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns the partition. */
    private int send(Case asked, Event event) {
        String key = pepper.codeKey(
                        asked.challenge().destination(), asked.challenge().code())
                .value();
        try {
            return producer.send(EventRecords.write(event, key, "test")).get().partition();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("Kafka did not take a record", e);
        }
    }

    /** Waits until all are confirmed by the texts of the right phones, the first thing said of each. */
    void awaitConfirmed(List<Case> asked) {
        await().atMost(HEALED)
                .untilAsserted(() -> assertThat(asked)
                        .allSatisfy(each -> assertThat(ends(each)).isNotEmpty()));
        assertThat(asked)
                .allSatisfy(each -> assertThat(ends(each).getFirst())
                        .isInstanceOfSatisfying(
                                AuthConfirmed.class,
                                confirmed -> assertThat(confirmed.messageId())
                                        .isEqualTo(each.right().messageId())));
    }

    /** Lets people sign in until each partition has seen one: all that was sent before has been read then. */
    void awaitAnother() {
        List<Case> others = new ArrayList<>();
        Set<Integer> partitions = new HashSet<>();
        while (partitions.size() < KafkaBroker.PARTITIONS) {
            Case other = ask();
            others.add(other);
            partitions.add(text(other, RIGHT, Case.PHONE));
        }
        awaitConfirmed(others);
    }

    /** What the log says of how a challenge ended, in the order of the log. */
    List<Outcome> ends(Case asked) {
        Map<TopicPartition, Long> ends = reader.endOffsets(reader.assignment());
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            reader.poll(POLL).forEach(this::add);
        }
        return said.getOrDefault(asked.id(), List.of());
    }

    /** The texts that are said to have confirmed a challenge. */
    List<MessageId> confirmers(Case asked) {
        return ends(asked).stream()
                .filter(AuthConfirmed.class::isInstance)
                .map(each -> ((AuthConfirmed) each).messageId())
                .distinct()
                .toList();
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (EventRecords.read(record) instanceof Outcome outcome) {
                said.computeIfAbsent(outcome.challengeId(), _ -> new ArrayList<>())
                        .add(outcome);
            }
        } catch (PoisonException e) {
            throw new AssertionError("the verifier wrote what nobody can read", e);
        }
    }

    @Override
    public void close() {
        verifier.close();
        reader.close();
        producer.close();
    }
}
