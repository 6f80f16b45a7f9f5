/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.topic.Topic;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBroker;
import io.uptext.testkit.backend.KafkaBrokerProcess;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between a real broker and a real Redis, each of which dies for it. */
class HealthTests {

    private final ListenersClock clock = new ListenersClock();

    private Watched verifier(String group, String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = "--uptext.verifier.group=" + group;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new Watched(Backends.kafka().bootstrapServers(), Backends.redis().uri(), clock, arguments);
    }

    @Test
    void all_is_well_after_the_start_also_with_more_threads_than_partitions() {
        int threads = KafkaBroker.PARTITIONS + 2;
        try (Watched verifier = verifier("health-start", "--uptext.verifier.concurrency=" + threads)) {
            verifier.awaitHealthy();

            assertThat(verifier.components().keySet())
                    .contains("threads", "polls", "lag", "assignment", "kafka", "redis");
            assertThat(verifier.status("prometheus")).isEqualTo(200);
            assertThat(verifier.status("env")).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, AssertionError.class})
    void a_thread_that_an_error_has_ended_is_down_and_needs_a_new_process(Class<? extends Error> kind)
            throws Exception {
        Error error = kind.getConstructor().newInstance();
        try (Watched verifier = verifier("health-" + kind.getSimpleName())) {
            verifier.awaitHealthy();

            clock.strike(() -> {
                throw error;
            });

            verifier.awaitDown("threads");
            assertThat(verifier.status("health/liveness")).isEqualTo(503);
            assertThat(verifier.status("health/readiness")).isEqualTo(503);
            // Nobody else is in the group, and health names what nobody reads.
            verifier.awaitDown("assignment");
            assertThat(verifier.details("assignment").get("unread partitions")).hasSize(2 * KafkaBroker.PARTITIONS);
        }
    }

    @Test
    void a_thread_that_something_holds_up_is_not_ready_and_lives() {
        CountDownLatch held = new CountDownLatch(1);
        try (Watched verifier = verifier("health-held")) {
            verifier.awaitHealthy();

            clock.strike(() -> awaitQuietly(held));

            verifier.awaitDown("polls");
            assertThat(verifier.status("health/readiness")).isEqualTo(503);
            assertThat(verifier.status("health/liveness")).isEqualTo(200);

            clock.heal();
            held.countDown();
            verifier.awaitHealthy();
        }
    }

    @Test
    void a_lag_beyond_the_longest_validity_is_down() throws Exception {
        Semaphore slow = new Semaphore(0);
        Duration late = Duration.ofMinutes(11);
        try (KafkaBroker broker = Backends.ownKafka("health-lag");
                Watched verifier = new Watched(
                        broker.bootstrapServers(),
                        Backends.redis().uri(),
                        clock,
                        // Few records at a time, so that there are more behind them.
                        "--spring.kafka.consumer.properties.fetch.max.bytes=1",
                        "--spring.kafka.consumer.properties.max.partition.fetch.bytes=1")) {
            verifier.awaitHealthy();

            clock.strike(() -> awaitQuietly(slow, Duration.ofMillis(100)));
            produceLate(broker, 100, late);

            verifier.awaitDown("lag");
            assertThat(verifier.components()).containsEntry("polls", "UP").containsEntry("threads", "UP");
            assertThat(verifier.details("lag").get("partition").asString()).isEqualTo("uptext.inbound-sms.v1-0");
            assertThat(verifier.status("health/liveness")).isEqualTo(200);

            clock.heal();
            verifier.awaitHealthy();
        }
    }

    /** Poison, as it is the shortest; each record is a batch of its own. */
    private static void produceLate(KafkaBroker broker, int count, Duration late) throws Exception {
        Instant then = Clock.systemUTC().instant().minus(late);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(
                                Topic.INBOUND_SMS.topicName(), 0, then.toEpochMilli(), new byte[0], new byte[0]))
                        .get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void a_thread_whose_words_kafka_does_not_take_is_not_ready_and_lives() throws Exception {
        String topic = Topic.INBOUND_SMS.deadLetterTopicName();
        try (KafkaBroker broker = Backends.ownKafka("health-words");
                Watched verifier =
                        new Watched(broker.bootstrapServers(), Backends.redis().uri(), clock);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            verifier.awaitHealthy();

            admin.deleteTopics(List.of(topic)).all().get();
            produceLate(broker, 1, Duration.ZERO);

            verifier.awaitDown("polls");
            assertThat(verifier.status("health/readiness")).isEqualTo(503);
            assertThat(verifier.status("health/liveness")).isEqualTo(200);
            assertThat(verifier.components()).containsEntry("kafka", "UP").containsEntry("redis", "UP");

            create(admin, topic);
            verifier.awaitHealthy();
        }
    }

    private static void create(Admin admin, String topic) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, KafkaBroker.PARTITIONS, (short) 1)))
                .all()
                .get();
    }

    @Test
    void a_topic_that_is_gone_is_down_until_it_is_there_again() throws Exception {
        String topic = Topic.INBOUND_SMS.topicName();
        try (KafkaBroker broker = Backends.ownKafka("health-topic");
                Watched verifier = new Watched(
                        broker.bootstrapServers(),
                        Backends.redis().uri(),
                        clock,
                        // Of a topic that has come back under another id it says thousands of times the same.
                        "--logging.level.org.apache.kafka.clients.Metadata=WARN");
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            verifier.awaitHealthy();

            admin.deleteTopics(List.of(topic)).all().get();

            verifier.awaitDown("assignment");
            assertThat(verifier.details("assignment")
                            .get("missing topics")
                            .get(0)
                            .asString())
                    .isEqualTo(topic);
            assertThat(verifier.status("health/liveness")).isEqualTo(200);

            create(admin, topic);
            verifier.awaitHealthy();
        }
    }

    @Test
    void without_kafka_it_is_not_ready_and_lives_and_is_well_again_with_it() {
        try (KafkaBrokerProcess broker = Backends.kafkaProcess("health-kafka");
                Watched verifier =
                        new Watched(broker.bootstrapServers(), Backends.redis().uri(), clock)) {
            verifier.awaitHealthy();

            broker.kill();

            verifier.awaitDown("kafka");
            assertThat(verifier.status("health/readiness")).isEqualTo(503);
            assertThat(verifier.status("health/liveness")).isEqualTo(200);
            assertThat(verifier.components()).containsEntry("redis", "UP");

            broker.start();
            verifier.awaitHealthy();
        }
    }

    @Test
    void without_redis_it_is_not_ready_and_lives_and_is_well_again_with_it() {
        int port = Ports.free();
        try (RedisServer redis = Backends.ownRedis("health-redis", port);
                Watched verifier = new Watched(
                        Backends.kafka().bootstrapServers(),
                        redis.uri(),
                        clock,
                        "--uptext.verifier.group=health-redis")) {
            verifier.awaitHealthy();

            redis.process().destroyForcibly();

            verifier.awaitDown("redis");
            assertThat(verifier.status("health/readiness")).isEqualTo(503);
            assertThat(verifier.status("health/liveness")).isEqualTo(200);
            assertThat(verifier.components()).containsEntry("kafka", "UP");

            await().until(() -> !redis.process().isAlive());
            try (RedisServer _ = Backends.ownRedis("health-redis", port)) {
                verifier.awaitHealthy();
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitQuietly(Semaphore semaphore, Duration atMost) {
        try {
            if (semaphore.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nobody gives permits");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
