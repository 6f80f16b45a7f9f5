/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Slots as strings in Redis: a poll is pipelined in chunks, each one MGET and one compare-and-set script.
 *
 * <p>The hash tag of every key is its partition, so that a chunk lies in one slot of a Redis Cluster.
 */
public final class RedisJoinStore implements JoinStore {

    private static final int CHUNK = 128;
    /** Longer than the longest validity and any redelivery that still matters. */
    private static final Duration SLOT_LIFE = Validity.LONGEST.plus(Duration.ofMinutes(20));

    private static final String CAS = script();

    private final StatefulRedisConnection<String, String> connection;
    private final Duration timeout;

    /**
     * Keeps slots behind a connection.
     *
     * @param timeout for the answer to one chunk
     */
    public RedisJoinStore(StatefulRedisConnection<String, String> connection, Duration timeout) {
        this.connection = connection;
        this.timeout = timeout;
    }

    @Override
    public List<OutcomeEvent> apply(Map<JoinKey, List<Arrival>> arrivals) {
        List<OutcomeEvent> verdict = new ArrayList<>();
        Map<JoinKey, List<Arrival>> open = arrivals;
        while (!open.isEmpty()) {
            open = attempt(open, verdict);
        }
        return verdict;
    }

    /** One pass over all chunks, each stage sent before the first answer is awaited; returns the slots that lost. */
    private Map<JoinKey, List<Arrival>> attempt(Map<JoinKey, List<Arrival>> arrivals, List<OutcomeEvent> verdict) {
        RedisAsyncCommands<String, String> redis = connection.async();
        List<Chunk> chunks = chunks(arrivals);
        List<RedisFuture<List<KeyValue<String, String>>>> reads =
                chunks.stream().map(chunk -> redis.mget(chunk.slotNames())).toList();
        List<RedisFuture<List<Long>>> writes = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            chunk.decide(await(reads.get(i)));
            writes.add(redis.eval(CAS, ScriptOutputType.MULTI, chunk.scriptKeys(), chunk.scriptArguments(SLOT_LIFE)));
        }
        Map<JoinKey, List<Arrival>> lost = new LinkedHashMap<>();
        for (int i = 0; i < chunks.size(); i++) {
            chunks.get(i).settle(await(writes.get(i)), verdict, lost);
        }
        return lost;
    }

    private static List<Chunk> chunks(Map<JoinKey, List<Arrival>> arrivals) {
        Map<Integer, Chunk> filling = new LinkedHashMap<>();
        List<Chunk> chunks = new ArrayList<>();
        arrivals.forEach((key, list) -> {
            Chunk chunk = filling.get(key.partition());
            if (chunk == null || chunk.size() == CHUNK) {
                chunk = new Chunk(key.partition());
                filling.put(key.partition(), chunk);
                chunks.add(chunk);
            }
            chunk.add(key, list);
        });
        return chunks;
    }

    @Override
    public List<JoinKey> due(int partition, Instant watermark, int most) {
        Range<Long> passed = Range.from(Range.Boundary.unbounded(), Range.Boundary.excluding(watermark.toEpochMilli()));
        return await(connection.async().zrangebyscore(Names.deadlines(partition), passed, Limit.from(most))).stream()
                .map(code -> new JoinKey(partition, new CodeKey(code)))
                .toList();
    }

    @Override
    public void settle(int partition, List<JoinKey> slots) {
        if (!slots.isEmpty()) {
            String[] codes = slots.stream().map(key -> key.code().value()).toArray(String[]::new);
            await(connection.async().zrem(Names.deadlines(partition), codes));
        }
    }

    private <T> T await(RedisFuture<T> answer) {
        try {
            return Objects.requireNonNull(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Redis answered", e);
        } catch (ExecutionException | TimeoutException e) {
            // Without its message, which may quote a command's arguments.
            throw new IllegalStateException(
                    "Redis did not answer: " + e.getClass().getSimpleName());
        }
    }

    private static String script() {
        try (InputStream lua = RedisJoinStore.class.getResourceAsStream("join-cas.lua")) {
            return new String(Objects.requireNonNull(lua).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("join-cas.lua is not in the jar", e);
        }
    }
}
