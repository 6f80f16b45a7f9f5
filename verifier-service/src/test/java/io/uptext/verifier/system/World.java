/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBroker;
import io.uptext.testkit.backend.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** What verifiers stand between: a broker, a Redis and the time; sites that ask and phones that text. */
public final class World implements AutoCloseable {

    /** How long anything may take. */
    public static final Duration LIMIT = Duration.ofSeconds(20);

    /** Longer than a challenge is good for, and than its text may be on its way. */
    public static final Duration PAST_THE_DEADLINE = Asking.LIFE.plusSeconds(30);

    static final Destination SHORT_CODE = new Destination("50500");

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String bootstrapServers;
    private final String redisUri;
    private final String pepper;
    private final MovableClock clock = new MovableClock();
    private final Random random = new Random();
    private final Pepper keys;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Log log;

    /** On this broker and this Redis. */
    public World(String bootstrapServers, String redisUri) {
        this.bootstrapServers = bootstrapServers;
        this.redisUri = redisUri;
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        this.pepper = Base64.getEncoder().encodeToString(secret);
        this.keys = new Pepper(pepper);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new ByteArraySerializer(), new ByteArraySerializer());
        this.log = new Log(bootstrapServers);
    }

    /** The one of all tests that kill nothing; there, verifiers follow one on the other. */
    public static World shared() {
        return Shared.WORLD;
    }

    private static final class Shared {
        static final World WORLD = new World(
                Backends.ownKafka("system").bootstrapServers(),
                Backends.ownRedis("system-redis", Ports.free()).uri());
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public String redisUri() {
        return redisUri;
    }

    public String pepper() {
        return pepper;
    }

    public MovableClock clock() {
        return clock;
    }

    public Random random() {
        return random;
    }

    /** What verifiers have said. */
    public Log log() {
        return log;
    }

    /** A phone that nobody else has. */
    public Msisdn phone() {
        return Msisdn.ofE164("+4670%07d".formatted(NEXT.incrementAndGet()));
    }

    /** A destination that nobody else texts. */
    public Destination destination() {
        return new Destination(String.valueOf(600_000 + NEXT.incrementAndGet()));
    }

    public Asking asking() {
        return new Asking(this);
    }

    public Texting texting(Msisdn phone) {
        return new Texting(this, phone);
    }

    /** A relying party gives up. */
    public void cancel(Asked asked) {
        int _ = write(
                new ChallengeCancelled(asked.id(), asked.challenge().relyingParty(), clock.instant()),
                key(asked.challenge().destination(), asked.challenge().code()),
                asked.partition());
    }

    /** Texts without a code, which cost reading and nothing else. */
    public void chatter(int partition, int many) {
        Msisdn phone = phone();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            InboundSmsReceived sms = texting(phone).saying().sms();
            sent.add(producer.send(record(sms, key(phone), partition)));
        }
        sent.forEach(World::get);
    }

    /**
     * Lets the time of all challenges of a partition pass, until one that is created now has expired: whatever else was to
     * be said there of earlier ones has been said then.
     */
    public void passTheTime(int partition) {
        Asked last = asking().bound(phone()).in(partition).sent();
        clock.advance(PAST_THE_DEADLINE);
        assertThat(log.endOf(last)).isInstanceOf(AuthExpired.class);
    }

    /** Lets so much time pass that nothing which any test has begun can still be said, not even if Redis is filled again. */
    public void leaveAllBehind() {
        for (int times = 0; times < 3; times++) {
            List<Asked> last = IntStream.range(0, KafkaBroker.PARTITIONS)
                    .mapToObj(partition -> asking().bound(phone()).in(partition).sent())
                    .toList();
            clock.advance(PAST_THE_DEADLINE);
            assertThat(last).extracting(log::endOf).hasOnlyElementsOfType(AuthExpired.class);
        }
    }

    /** Waits until the verifiers have read all that was written. */
    public void awaitRead() {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(log::isEverythingRead);
    }

    /** Makes Redis forget everything. */
    public void flushRedis() {
        try (RedisClient client = RedisClient.create(redisUri);
                var redis = client.connect()) {
            assertThat(redis.sync().flushall()).isEqualTo("OK");
        }
    }

    CodeKey key(Destination destination, ChallengeCode code) {
        return keys.codeKey(destination, code);
    }

    /** What a phone is known by. */
    public CodeKey key(Msisdn phone) {
        return keys.senderKey(phone);
    }

    /** Writes an event as of now; returns its partition. */
    int write(Event event, CodeKey key, @Nullable Integer partition) {
        return get(producer.send(record(event, key, partition))).partition();
    }

    /** Writes what is no event. */
    void writePoison(Topic topic, int partition) {
        var _ = get(producer.send(new ProducerRecord<>(topic.topicName(), partition, null, new byte[] {1})));
    }

    private ProducerRecord<byte[], byte[]> record(Event event, CodeKey key, @Nullable Integer partition) {
        ProducerRecord<byte[], byte[]> record = EventRecords.write(event, key.value(), "test");
        return new ProducerRecord<>(
                record.topic(),
                partition,
                clock.instant().toEpochMilli(),
                record.key(),
                record.value(),
                record.headers());
    }

    private static RecordMetadata get(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("Kafka did not take a record", e);
        }
    }

    @Override
    public void close() {
        log.close();
        producer.close();
    }
}
