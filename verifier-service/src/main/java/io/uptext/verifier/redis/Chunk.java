/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.lettuce.core.KeyValue;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinRule;
import io.uptext.verifier.join.JoinState;
import io.uptext.verifier.join.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Some slots of one partition on their way through the rule. */
final class Chunk {

    private final int partition;
    private final List<Slot> slots = new ArrayList<>();

    Chunk(int partition) {
        this.partition = partition;
    }

    int size() {
        return slots.size();
    }

    void add(JoinKey key, List<Arrival> arrivals) {
        slots.add(new Slot(key, arrivals));
    }

    String[] slotNames() {
        return slots.stream().map(slot -> Names.slot(slot.key)).toArray(String[]::new);
    }

    /** Runs the rule on what the slots hold. */
    void decide(List<KeyValue<String, String>> held) {
        for (int i = 0; i < slots.size(); i++) {
            slots.get(i).decide(held.get(i).hasValue() ? held.get(i).getValue() : null);
        }
    }

    String[] scriptKeys() {
        List<String> keys = new ArrayList<>(List.of(Names.deadlines(partition)));
        changed().forEach(slot -> keys.add(Names.slot(slot.key)));
        return keys.toArray(String[]::new);
    }

    String[] scriptArguments(Duration life) {
        List<String> arguments = new ArrayList<>(List.of(Long.toString(life.toMillis())));
        for (Slot slot : changed()) {
            arguments.add(slot.held == null ? "" : slot.held);
            arguments.add(SlotCodec.write(slot.next));
            arguments.add(
                    slot.next instanceof JoinState.AwaitingMessage(var question)
                            ? Long.toString(question.validity().expiresAt().toEpochMilli())
                            : "");
            arguments.add(slot.key.code().value());
        }
        return arguments.toArray(String[]::new);
    }

    /** Takes the verdict of the slots that were stored, and the arrivals of those that somebody else had changed. */
    void settle(List<Long> lostPositions, List<OutcomeEvent> verdict, Map<JoinKey, List<Arrival>> lost) {
        List<Slot> losers = lostPositions.stream()
                .map(position -> changed().get(position.intValue()))
                .toList();
        for (Slot slot : slots) {
            if (losers.contains(slot)) {
                lost.put(slot.key, slot.arrivals);
            } else {
                verdict.addAll(slot.verdict);
            }
        }
    }

    private List<Slot> changed() {
        return slots.stream().filter(slot -> slot.changed).toList();
    }

    private static final class Slot {
        private final JoinKey key;
        private final List<Arrival> arrivals;
        private final List<OutcomeEvent> verdict = new ArrayList<>();
        private @Nullable String held;
        private JoinState next = new JoinState.Vacant();
        private boolean changed;

        Slot(JoinKey key, List<Arrival> arrivals) {
            this.key = key;
            this.arrivals = arrivals;
        }

        void decide(@Nullable String found) {
            held = found;
            JoinState before = SlotCodec.read(found);
            next = before;
            for (Arrival arrival : arrivals) {
                Step step = JoinRule.apply(next, arrival);
                next = step.next();
                verdict.addAll(step.verdict());
            }
            changed = !next.equals(before);
        }
    }
}
