/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.AuthExpired;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the contract means, in as few words as possible. Two with the same {@code Memory} are two instances. */
class InMemoryJoinStore implements JoinStore {

    /** What instances share; an epoch that is empty says that the partition is filled. */
    record Memory(Map<JoinKey, JoinState> slots, Map<JoinKey, Instant> deadlines, Map<Integer, String> epochs) {
        Memory() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        void clear() {
            slots.clear();
            deadlines.clear();
            epochs.clear();
        }
    }

    private final Memory memory;
    private final Map<Integer, String> filling = new HashMap<>();

    InMemoryJoinStore(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Passage passage(Told told) {
        return new Passage() {
            private final Set<Integer> lost = new HashSet<>();

            @Override
            public void send(Map<JoinKey, List<Arrival>> arrivals) {
                arrivals.forEach((key, list) -> {
                    if (isLost(key.partition())) {
                        lost.add(key.partition());
                    } else {
                        memory.slots.compute(key, (_, held) -> after(key, held, list, told));
                    }
                });
            }

            @Override
            public Set<Integer> finish() {
                return lost;
            }
        };
    }

    private @Nullable JoinState after(JoinKey key, @Nullable JoinState held, List<Arrival> arrivals, Told told) {
        JoinState state = held == null ? new JoinState.Vacant() : held;
        for (Arrival arrival : arrivals) {
            Step step = JoinRule.apply(state, arrival);
            state = step.next();
            told.tell(step.verdict(), step.misses());
        }
        if (state.deadline().isPresent()) {
            memory.deadlines.put(key, state.deadline().get());
        } else if (!(state instanceof JoinState.Decided(AuthExpired _))) {
            memory.deadlines.remove(key);
        }
        return state instanceof JoinState.Vacant ? null : kept(state);
    }

    /** What is stored of a state that is not vacant. */
    JoinState kept(JoinState state) {
        return state;
    }

    private boolean isLost(int partition) {
        return !filling.getOrDefault(partition, "").equals(memory.epochs.get(partition));
    }

    @Override
    public Optional<List<JoinKey>> due(int partition, Instant watermark, int most) {
        return isLost(partition)
                ? Optional.empty()
                : Optional.of(memory.deadlines.entrySet().stream()
                        .filter(each -> each.getKey().partition() == partition)
                        .filter(each -> each.getValue().isBefore(watermark))
                        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                        .limit(most)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Override
    public void settle(int partition, List<JoinKey> slots) {
        slots.forEach(slot -> memory.slots.compute(slot, (_, held) -> {
            if (held == null || held.deadline().isEmpty()) {
                memory.deadlines.remove(slot);
            }
            return held;
        }));
    }

    @Override
    public void beginFilling(int partition) {
        filling.put(partition, UUID.randomUUID().toString());
        memory.epochs.put(partition, filling.getOrDefault(partition, ""));
    }

    @Override
    public boolean endFilling(int partition) {
        return memory.epochs.replace(partition, filling.getOrDefault(partition, ""), "")
                && filling.remove(partition) != null;
    }

    @Override
    public void forget() {
        filling.clear();
    }
}
