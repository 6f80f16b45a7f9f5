/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.routing;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.platform.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Says in Redis which browsers wait here, and hears what becomes of their challenges. */
final class Receiver implements AutoCloseable {

    /** Browsers that come within a few milliseconds ask together. */
    private static final int TOGETHER = 16;

    private final StatefulRedisConnection<byte[], byte[]> redis;
    private final StatefulRedisPubSubConnection<byte[], byte[]> heard;
    private final Queue<Expected> expected = new ArrayDeque<>();
    private final Map<String, String> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger told = new AtomicInteger();

    private record Expected(String challengeId, String tokenHash) {}

    private Receiver(
            StatefulRedisConnection<byte[], byte[]> redis, StatefulRedisPubSubConnection<byte[], byte[]> heard) {
        this.redis = redis;
        this.heard = heard;
        redis.setAutoFlushCommands(false);
        heard.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(byte[] channel, byte[] message) {
                AuthConfirmed outcome = Json.MAPPER.readValue(message, AuthConfirmed.class);
                if (waiting.remove(outcome.challengeId().value()) != null) {
                    told.incrementAndGet();
                }
            }
        });
        heard.sync().subscribe(Places.channel(0));
    }

    static Receiver start(RedisClient client) {
        return new Receiver(client.connect(ByteArrayCodec.INSTANCE), client.connectPubSub(ByteArrayCodec.INSTANCE));
    }

    void expect(String challengeId, String tokenHash) {
        expected.add(new Expected(challengeId, tokenHash));
    }

    /**
     * Has all that are expected come, so many a second.
     *
     * @return how many challenges were known
     */
    int waitForAll(int perSecond) throws ExecutionException, InterruptedException {
        SetArgs kept = SetArgs.Builder.px(Places.KEPT.toMillis());
        long begun = System.nanoTime();
        long come = 0;
        int known = 0;
        while (!expected.isEmpty()) {
            List<RedisFuture<byte[]>> states = new ArrayList<>();
            for (int i = 0; i < TOGETHER && !expected.isEmpty(); i++) {
                Expected next = expected.remove();
                waiting.put(next.challengeId, next.tokenHash);
                // Says where it waits first, and looks second.
                var _ = redis.async().set(Places.place(next.challengeId), Places.channel(0), kept);
                states.add(redis.async().get(Places.state(next.tokenHash)));
                come++;
            }
            redis.flushCommands();
            for (RedisFuture<byte[]> each : states) {
                byte @Nullable [] state = each.get();
                known += state == null ? 0 : 1;
            }
            long due = begun + (long) (come * 1e9 / perSecond);
            LockSupport.parkNanos(due - System.nanoTime());
        }
        return known;
    }

    int told() {
        return told.get();
    }

    @Override
    public void close() {
        heard.close();
        redis.close();
    }
}
