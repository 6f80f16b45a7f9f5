/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.join;

import io.uptext.contracts.event.OutcomeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the contract means, in as few words as possible. Two with the same {@code Memory} are two instances. */
final class InMemoryJoinStore implements JoinStore {

    /** What instances share. */
    record Memory(Map<JoinKey, JoinState> slots, Map<JoinKey, Instant> deadlines) {
        Memory() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    private final Memory memory;

    InMemoryJoinStore(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<OutcomeEvent> apply(Map<JoinKey, List<Arrival>> arrivals) {
        List<OutcomeEvent> verdict = new ArrayList<>();
        arrivals.forEach((key, list) -> memory.slots.compute(key, (_, held) -> {
            JoinState state = held == null ? new JoinState.Vacant() : held;
            for (Arrival arrival : list) {
                Step step = JoinRule.apply(state, arrival);
                state = step.next();
                verdict.addAll(step.verdict());
            }
            if (state instanceof JoinState.AwaitingMessage(var question)) {
                memory.deadlines.put(key, question.validity().expiresAt());
            }
            return state instanceof JoinState.Vacant ? null : state;
        }));
        return verdict;
    }

    @Override
    public List<JoinKey> due(int partition, Instant watermark, int most) {
        return memory.deadlines.entrySet().stream()
                .filter(each -> each.getKey().partition() == partition)
                .filter(each -> each.getValue().isBefore(watermark))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void settle(int partition, List<JoinKey> slots) {
        memory.deadlines.keySet().removeAll(Set.copyOf(slots));
    }
}
