/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.verifier.join.Applied;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.join.Miss;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Slots as strings in Redis: a poll goes in chunks, each one MGET at most and one compare-and-set script.
 *
 * <p>The hash tag of every key is its partition, so that a chunk lies in one slot of a Redis Cluster. A partition has an
 * <em>epoch</em>, which says that it holds everything and on which server. Each script compares it, so that nothing is
 * ever read as "no such challenge" from a server that has lost it.
 */
public final class RedisJoinStore implements JoinStore {

    /** How long a slot lives that waits for nothing: longer than any redelivery that still matters. */
    public static final Duration SLOT_LIFE = Validity.LONGEST.plus(Duration.ofMinutes(20));

    private static final int CHUNK = 128;
    private static final int MOST_ATTEMPTS = 20;
    private static final long LOST = -1;

    private static final Script CAS = new Script("join-cas.lua", ScriptOutputType.MULTI);
    private static final Script DUE = new Script("join-due.lua", ScriptOutputType.MULTI);
    private static final Script EPOCH = new Script("join-epoch.lua", ScriptOutputType.INTEGER);

    private final Redis redis;
    private final Known known;
    private final Map<Integer, String> filling = new HashMap<>();

    /**
     * Keeps slots behind a connection.
     *
     * @param mostKnown how many slots are remembered here, 0 for none
     */
    public RedisJoinStore(Redis redis, int mostKnown) {
        this.redis = redis;
        this.known = new Known(mostKnown);
    }

    @Override
    public Applied apply(Map<JoinKey, List<Arrival>> arrivals) {
        return redis.guarded(() -> {
            List<OutcomeEvent> verdict = new ArrayList<>();
            List<Miss> misses = new ArrayList<>();
            Set<Integer> lost = new HashSet<>();
            Map<JoinKey, List<Arrival>> open = arrivals;
            for (int attempt = 0; !open.isEmpty(); attempt++) {
                if (attempt == MOST_ATTEMPTS) {
                    throw new IllegalStateException("others keep changing the same slots");
                }
                open = attempt(chunks(open, attempt == 0), verdict, misses, lost);
            }
            return new Applied(verdict, misses, lost);
        });
    }

    /** One pass over all chunks, each sent before the answer to the one before is awaited; returns the slots that lost. */
    private Map<JoinKey, List<Arrival>> attempt(
            List<Chunk> chunks, List<OutcomeEvent> verdict, List<Miss> misses, Set<Integer> lost) {
        List<@Nullable RedisFuture<List<KeyValue<String, String>>>> reads = new ArrayList<>();
        for (Chunk chunk : chunks) {
            String[] names = chunk.unknownNames();
            reads.add(names.length == 0 ? null : redis.commands().mget(names));
        }
        redis.flush();
        Map<Chunk, Script.Call<List<Long>>> writes = new LinkedHashMap<>();
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            @Nullable RedisFuture<List<KeyValue<String, String>>> read = reads.get(i);
            if (read != null) {
                chunk.know(redis.await(read));
            }
            if (!chunk.decide(filling.containsKey(chunk.partition()))) {
                lost.add(chunk.partition());
            } else if (chunk.isChanged()) {
                writes.put(
                        chunk,
                        CAS.call(
                                redis.commands(),
                                chunk.scriptKeys(),
                                chunk.scriptArguments(epoch(chunk.partition()), SLOT_LIFE)));
                redis.flush();
            }
        }
        Map<JoinKey, List<Arrival>> again = new LinkedHashMap<>();
        for (Chunk chunk : chunks) {
            Script.@Nullable Call<List<Long>> write = writes.get(chunk);
            List<Long> losers = write == null ? List.of() : redis.await(write);
            if (losers.size() == 1 && losers.getFirst() == LOST) {
                lost.add(chunk.partition());
            }
            if (lost.contains(chunk.partition())) {
                known.clear();
            } else {
                chunk.settle(losers, verdict, misses, known, again);
            }
        }
        again.keySet().removeIf(key -> lost.contains(key.partition()));
        return again;
    }

    private List<Chunk> chunks(Map<JoinKey, List<Arrival>> arrivals, boolean guessing) {
        Map<Integer, Chunk> open = new LinkedHashMap<>();
        List<Chunk> chunks = new ArrayList<>();
        arrivals.forEach((key, list) -> {
            Chunk chunk = open.get(key.partition());
            if (chunk == null || chunk.size() == CHUNK) {
                chunk = new Chunk(key.partition());
                open.put(key.partition(), chunk);
                chunks.add(chunk);
            }
            chunk.add(new Slot(key, list, guessing ? guess(key, list) : null));
        });
        return chunks;
    }

    /** What a slot is likely to hold: what was written last here, and nothing where a challenge is new. */
    private @Nullable String guess(JoinKey key, List<Arrival> arrivals) {
        @Nullable String held = known.get(Names.slot(key));
        boolean isNew = !arrivals.isEmpty() && arrivals.getFirst() instanceof Arrival.Created;
        return held == null && isNew ? "" : held;
    }

    @Override
    public Optional<List<JoinKey>> due(int partition, Instant watermark, int most) {
        return redis.guarded(() -> {
            Script.Call<List<String>> call = DUE.call(
                    redis.commands(),
                    new String[] {Names.epoch(partition), Names.deadlines(partition)},
                    new String[] {epoch(partition), Long.toString(watermark.toEpochMilli()), Integer.toString(most)});
            redis.flush();
            List<String> answer = redis.await(call);
            return answer.isEmpty()
                    ? Optional.empty()
                    : Optional.of(answer.stream()
                            .skip(1)
                            .map(name -> new JoinKey(partition, name))
                            .toList());
        });
    }

    @Override
    public void settle(int partition, List<JoinKey> slots) {
        if (!slots.isEmpty()) {
            redis.guarded(() -> {
                RedisFuture<Long> removed = redis.commands()
                        .zrem(
                                Names.deadlines(partition),
                                slots.stream().map(JoinKey::slot).toArray(String[]::new));
                redis.flush();
                return redis.await(removed);
            });
        }
    }

    @Override
    public void beginFilling(int partition) {
        String epoch = "filling:" + UUID.randomUUID() + ":";
        moveEpoch(partition, "*", epoch);
        known.clear();
        filling.put(partition, epoch);
    }

    @Override
    public boolean endFilling(int partition) {
        boolean ended = moveEpoch(partition, epoch(partition), "");
        filling.remove(partition);
        return ended;
    }

    private boolean moveEpoch(int partition, String from, String to) {
        return redis.guarded(() -> {
            Script.Call<Long> call =
                    EPOCH.call(redis.commands(), new String[] {Names.epoch(partition)}, new String[] {from, to});
            redis.flush();
            return redis.await(call) == 1;
        });
    }

    @Override
    public void forget() {
        filling.clear();
        known.clear();
    }

    private String epoch(int partition) {
        return filling.getOrDefault(partition, "");
    }
}
