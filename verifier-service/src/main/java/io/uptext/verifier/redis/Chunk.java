/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisFuture;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.Miss;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some slots of one partition on their way through the rule, in one call each to read and to write. */
final class Chunk {

    private final int partition;
    private final List<Slot> slots = new ArrayList<>();
    private List<Slot> unknown = List.of();
    private List<Slot> unreadable = List.of();
    private List<Slot> changed = List.of();
    private @Nullable RedisFuture<List<KeyValue<String, String>>> read;
    private Script.@Nullable Call<List<Long>> write;

    Chunk(int partition) {
        this.partition = partition;
    }

    int partition() {
        return partition;
    }

    int size() {
        return slots.size();
    }

    void add(Slot slot) {
        slots.add(slot);
    }

    /** The keys of slots of which nobody here knows what they hold. */
    String[] unknownNames() {
        unknown = slots.stream().filter(slot -> !slot.isKnown()).toList();
        return unknown.stream().map(Slot::name).toArray(String[]::new);
    }

    /** What is on its way from Redis. */
    void reads(RedisFuture<List<KeyValue<String, String>>> answer) {
        read = answer;
    }

    RedisFuture<List<KeyValue<String, String>>> read() {
        return Objects.requireNonNull(read);
    }

    /** What is on its way to Redis. */
    void writes(Script.Call<List<Long>> call) {
        write = call;
    }

    /** Nothing where no slot has changed. */
    Script.@Nullable Call<List<Long>> write() {
        return write;
    }

    /** What the unknown slots hold, in the order of their names. */
    void know(List<KeyValue<String, String>> held) {
        for (int i = 0; i < unknown.size(); i++) {
            unknown.get(i).know(held.get(i).getValueOrElse(""));
        }
    }

    /**
     * Runs the rule on what the slots hold.
     *
     * @param filling whether what cannot be read counts as nothing
     * @return false if a slot cannot be read
     */
    boolean decide(boolean filling) {
        unreadable = slots.stream().filter(slot -> !slot.decide(filling)).toList();
        changed = slots.stream().filter(Slot::isChanged).toList();
        return unreadable.isEmpty();
    }

    /** The keys of slots that hold what this version does not understand. */
    List<String> unreadableNames() {
        return unreadable.stream().map(Slot::name).toList();
    }

    boolean isChanged() {
        return !changed.isEmpty();
    }

    String[] scriptKeys() {
        String[] keys = new String[2 + changed.size()];
        keys[0] = Names.epoch(partition);
        keys[1] = Names.deadlines(partition);
        for (int i = 0; i < changed.size(); i++) {
            keys[2 + i] = changed.get(i).name();
        }
        return keys;
    }

    String[] scriptArguments(String epoch, Duration life) {
        List<String> arguments = new ArrayList<>(2 + 3 * changed.size());
        arguments.add(epoch);
        arguments.add(Long.toString(life.toMillis()));
        changed.forEach(slot -> slot.addArguments(arguments));
        return arguments.toArray(String[]::new);
    }

    /** Takes what came of slots that were stored, and the arrivals of those that somebody else had changed. */
    void settle(
            List<Long> lostPositions,
            List<OutcomeEvent> verdict,
            List<Miss> misses,
            Known known,
            Map<JoinKey, List<Arrival>> again) {
        lostPositions.forEach(position -> changed.get(position.intValue()).lose());
        for (Slot slot : slots) {
            slot.settle(verdict, misses, known, again);
        }
    }
}
