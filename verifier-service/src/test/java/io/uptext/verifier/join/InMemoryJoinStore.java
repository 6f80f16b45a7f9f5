/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.OutcomeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

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
    public Applied apply(Map<JoinKey, List<Arrival>> arrivals) {
        List<OutcomeEvent> verdict = new ArrayList<>();
        List<Miss> misses = new ArrayList<>();
        Set<Integer> lost = new HashSet<>();
        arrivals.forEach((key, list) -> {
            if (isLost(key.partition())) {
                lost.add(key.partition());
                return;
            }
            memory.slots.compute(key, (_, held) -> {
                JoinState state = held == null ? new JoinState.Vacant() : held;
                for (Arrival arrival : list) {
                    Step step = JoinRule.apply(state, arrival);
                    state = step.next();
                    verdict.addAll(step.verdict());
                    misses.addAll(step.misses());
                }
                if (state.deadline().isPresent()) {
                    memory.deadlines.put(key, state.deadline().get());
                } else if (!(state instanceof JoinState.Decided(AuthExpired _))) {
                    memory.deadlines.remove(key);
                }
                return state instanceof JoinState.Vacant ? null : kept(state);
            });
        });
        return new Applied(verdict, misses, lost);
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
        memory.deadlines.keySet().removeAll(Set.copyOf(slots));
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
