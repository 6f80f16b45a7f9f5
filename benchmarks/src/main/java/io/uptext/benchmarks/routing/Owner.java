/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.topic.Topic;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps challenges in Redis for instances that know none, and sends each outcome to the instance where its browser waits. All
 * commands of a poll go together.
 */
final class Owner implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(200);
    private static final int POLL_RECORDS = 2_000;

    private final Consumer<byte[], byte[]> consumer;
    private final StatefulRedisConnection<byte[], byte[]> redis;
    private final Thread thread;

    private Owner(Consumer<byte[], byte[]> consumer, StatefulRedisConnection<byte[], byte[]> redis) {
        this.consumer = consumer;
        this.redis = redis;
        redis.setAutoFlushCommands(false);
        this.thread = Thread.ofPlatform().name("owner").start(this::run);
    }

    static Owner start(String bootstrapServers, RedisClient redis) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "bench.owners");
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topic.CHALLENGES.topicName(), Topic.AUTH_OUTCOMES.topicName()));
        return new Owner(consumer, redis.connect(ByteArrayCodec.INSTANCE));
    }

    private void run() {
        try (consumer;
                redis) {
            while (true) {
                route(consumer.poll(WAIT));
            }
        } catch (WakeupException e) {
            // Closed.
        } catch (PoisonException | ExecutionException e) {
            throw new IllegalStateException("the owner cannot go on", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void route(ConsumerRecords<byte[], byte[]> records)
            throws PoisonException, ExecutionException, InterruptedException {
        if (records.isEmpty()) {
            return;
        }
        SetArgs kept = SetArgs.Builder.px(Places.KEPT.toMillis());
        List<byte[]> places = new ArrayList<>();
        List<byte[]> outcomes = new ArrayList<>();
        List<RedisFuture<?>> open = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Event event = EventRecords.read(record);
            if (event instanceof ChallengeCreated created) {
                String state =
                        created.challengeId().value() + created.expiresAt().toEpochMilli();
                open.add(redis.async().set(Places.state(created.waitTokenHash().value()), state.getBytes(UTF_8), kept));
            } else if (event instanceof Outcome outcome) {
                places.add(Places.place(outcome.challengeId().value()));
                outcomes.add(requireNonNull(record.value()));
                // For whoever comes late.
                open.add(redis.async()
                        .set(Places.outcome(outcome.challengeId().value()), requireNonNull(record.value()), kept));
            }
        }
        publish(places, outcomes, open);
        redis.flushCommands();
        for (RedisFuture<?> each : open) {
            each.get();
        }
        consumer.commitAsync();
    }

    private void publish(List<byte[]> places, List<byte[]> outcomes, List<RedisFuture<?>> open)
            throws ExecutionException, InterruptedException {
        if (places.isEmpty()) {
            return;
        }
        RedisFuture<List<KeyValue<byte[], byte[]>>> asked = redis.async().mget(places.toArray(byte[][]::new));
        redis.flushCommands();
        List<KeyValue<byte[], byte[]>> found = asked.get();
        for (int i = 0; i < found.size(); i++) {
            byte @Nullable [] instance = found.get(i).getValueOrElse(null);
            if (instance != null) {
                open.add(redis.async().publish(instance, outcomes.get(i)));
            }
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
