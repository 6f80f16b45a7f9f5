/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.lettuce.core.ScriptOutputType;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.join.Passage;
import io.uptext.verifier.join.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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

    private static final Script DUE = new Script("join-due.lua", ScriptOutputType.MULTI);
    private static final Script SETTLE = new Script("join-settle.lua", ScriptOutputType.INTEGER);
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
    public Passage passage(Told told) {
        return new RedisPassage(redis, known, this::epoch, filling::containsKey, told);
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
                List<String> keys = new ArrayList<>(List.of(Names.epoch(partition), Names.deadlines(partition)));
                slots.forEach(slot -> keys.add(Names.slot(slot)));
                Script.Call<Long> call = SETTLE.call(redis.commands(), keys.toArray(String[]::new), new String[0]);
                redis.flush();
                return redis.await(call);
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
            Script.Call<Long> call = EPOCH.call(
                    redis.commands(),
                    new String[] {Names.epoch(partition), Names.deadlines(partition)},
                    new String[] {from, to});
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
