/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** All lanes, and which of them wakes next: those that sleep cost nothing. */
final class Lanes {

    private final int mostAtOnce;
    private final Function<Endpoint, Object> laneOf;
    private final Map<Object, Entry> entries = new HashMap<>();
    private final TreeMap<Entry, Lane> byWaking = new TreeMap<>(
            Comparator.<Entry, Instant>comparing(entry -> entry.wakesAt).thenComparingLong(entry -> entry.number));
    private long numbers;
    private int waiting;

    /** A lane and its place, which does not change but here. */
    private static final class Entry {

        private final Lane lane;
        private final Object key;
        private final long number;
        private Instant wakesAt = Instant.MAX;
        private int open;

        Entry(Lane lane, Object key, long number) {
            this.lane = lane;
            this.key = key;
            this.number = number;
        }
    }

    Lanes(int mostAtOnce, Function<Endpoint, Object> laneOf) {
        this.mostAtOnce = mostAtOnce;
        this.laneOf = laneOf;
    }

    /** Does something with the lane of an endpoint, after which it may wake at another time. */
    void change(Endpoint endpoint, Consumer<Lane> change) {
        Object key = laneOf.apply(endpoint);
        Entry entry = entries.computeIfAbsent(
                key, _ -> new Entry(new Lane(endpoint, new Health(mostAtOnce)), key, numbers++));
        change.accept(entry.lane);
        place(entry);
    }

    private void place(Entry entry) {
        byWaking.remove(entry);
        waiting += entry.lane.waiting() - entry.open;
        entry.open = entry.lane.waiting();
        entry.wakesAt = entry.lane.wakesAt();
        if (entry.lane.isForgettable()) {
            entries.remove(entry.key);
        } else {
            byWaking.put(entry, entry.lane);
        }
    }

    /** Wakes each lane whose time has come, once. */
    void wake(Instant now, Consumer<Lane> pump) {
        var awake = byWaking.keySet().stream()
                .takeWhile(entry -> !entry.wakesAt.isAfter(now))
                .toList();
        for (Entry entry : awake) {
            pump.accept(entry.lane);
            place(entry);
        }
    }

    Instant nextWaking() {
        return byWaking.isEmpty() ? Instant.MAX : byWaking.firstKey().wakesAt;
    }

    /** How many deliveries wait, in all lanes. */
    int waiting() {
        return waiting;
    }

    Optional<Lane> longest() {
        return entries.values().stream().map(entry -> entry.lane).max(Comparator.comparingInt(Lane::waiting));
    }

    Collection<Backlog> backlogs() {
        return byWaking.values().stream()
                .flatMap(lane -> lane.backlog().stream())
                .toList();
    }
}
