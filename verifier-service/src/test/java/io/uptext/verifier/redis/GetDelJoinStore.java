/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.lettuce.core.api.sync.RedisCommands;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinRule;
import io.uptext.verifier.join.JoinState;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.join.Miss;
import io.uptext.verifier.join.Passage;
import io.uptext.verifier.join.Step;
import io.uptext.verifier.join.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mutant: it takes a slot out of Redis (GETDEL) to decide it, and puts back only what still waits. */
public final class GetDelJoinStore implements JoinStore {

    private final JoinStore store;
    private final RedisCommands<String, String> redis;

    /** Takes slots by itself, and leaves all else to another store on the same Redis. */
    public GetDelJoinStore(JoinStore store, RedisCommands<String, String> redis) {
        this.store = store;
        this.redis = redis;
    }

    @Override
    public Passage passage(Told told) {
        return new Passage() {
            @Override
            public void send(Map<JoinKey, List<Arrival>> arrivals) {
                arrivals.forEach((key, each) -> take(key, each, told));
            }

            @Override
            public Set<Integer> finish() {
                return Set.of();
            }
        };
    }

    private void take(JoinKey key, List<Arrival> arrivals, Told told) {
        String name = Names.slot(key);
        JoinState state = SlotCodec.read(redis.getdel(name)).orElseThrow();
        List<OutcomeEvent> verdict = new ArrayList<>();
        List<Miss> misses = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Step step = JoinRule.apply(state, arrival);
            state = step.next();
            verdict.addAll(step.verdict());
            misses.addAll(step.misses());
        }
        Optional<Instant> deadline = state.deadline();
        if (deadline.isPresent()) {
            redis.set(name, SlotCodec.write(state));
            redis.zadd(Names.deadlines(key.partition()), (double) deadline.get().toEpochMilli(), key.slot());
        } else {
            redis.zrem(Names.deadlines(key.partition()), key.slot());
        }
        told.tell(verdict, misses);
    }

    @Override
    public Optional<List<JoinKey>> due(int partition, Instant watermark, int most) {
        return store.due(partition, watermark, most);
    }

    @Override
    public void settle(int partition, List<JoinKey> slots) {
        store.settle(partition, slots);
    }

    @Override
    public void beginFilling(int partition) {
        store.beginFilling(partition);
    }

    @Override
    public boolean endFilling(int partition) {
        return store.endFilling(partition);
    }

    @Override
    public void forget() {
        store.forget();
    }
}
