/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.Miss;
import io.uptext.verifier.join.Passage;
import io.uptext.verifier.join.Told;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals on their way to Redis, in chunks of slots. A chunk whose slots are known is written at once, another is read
 * first; answers are awaited when the next chunks are on their way.
 */
final class RedisPassage implements Passage {

    private static final int CHUNK = 128;
    private static final int MOST_ATTEMPTS = 20;
    private static final long LOST = -1;

    private static final Script CAS = new Script("join-cas.lua", ScriptOutputType.MULTI);

    private final Redis redis;
    private final Known known;
    private final IntFunction<String> epoch;
    private final IntPredicate isFilled;
    private final Told told;

    private final Deque<Chunk> reading = new ArrayDeque<>();
    private final Deque<Chunk> writing = new ArrayDeque<>();
    private final Set<JoinKey> underWay = new HashSet<>();
    private final Set<Integer> lost = new HashSet<>();
    private Map<JoinKey, List<Arrival>> again = new LinkedHashMap<>();

    /**
     * Begins one.
     *
     * @param epoch what stands before the server's id in the epoch of a partition
     * @param isFilled whether a partition is being filled, so that what cannot be read counts as nothing
     */
    RedisPassage(Redis redis, Known known, IntFunction<String> epoch, IntPredicate isFilled, Told told) {
        this.redis = redis;
        this.known = known;
        this.epoch = epoch;
        this.isFilled = isFilled;
        this.told = told;
    }

    @Override
    public void send(Map<JoinKey, List<Arrival>> arrivals) {
        redis.guarded(() -> {
            Deque<Chunk> before = new ArrayDeque<>(writing);
            Map<JoinKey, List<Arrival>> free = LinkedHashMap.newLinkedHashMap(arrivals.size());
            arrivals.forEach((key, list) -> {
                if (underWay.add(key)) {
                    free.put(key, list);
                } else {
                    // What comes of the earlier arrivals is not known yet, and these come after them.
                    again.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(list);
                }
            });
            writeWhatIsRead();
            begin(free, true);
            settle(before.size());
            return true;
        });
    }

    @Override
    public Set<Integer> finish() {
        return redis.guarded(() -> {
            drain();
            for (int attempt = 0; !again.isEmpty(); attempt++) {
                if (attempt == MOST_ATTEMPTS) {
                    throw new IllegalStateException("others keep changing the same slots");
                }
                Map<JoinKey, List<Arrival>> open = again;
                again = new LinkedHashMap<>();
                open.keySet().removeIf(key -> lost.contains(key.partition()));
                begin(open, false);
                drain();
            }
            return Set.copyOf(lost);
        });
    }

    private void drain() {
        writeWhatIsRead();
        settle(writing.size());
    }

    private void begin(Map<JoinKey, List<Arrival>> arrivals, boolean guessing) {
        for (Chunk chunk : chunks(arrivals, guessing)) {
            String[] names = chunk.unknownNames();
            if (names.length == 0) {
                write(chunk);
            } else {
                chunk.reads(redis.commands().mget(names));
                reading.add(chunk);
            }
        }
        redis.flush();
    }

    private void writeWhatIsRead() {
        while (!reading.isEmpty()) {
            Chunk chunk = reading.remove();
            chunk.know(redis.await(chunk.read()));
            write(chunk);
            redis.flush();
        }
    }

    private void write(Chunk chunk) {
        if (!chunk.decide(isFilled.test(chunk.partition()))) {
            lost.add(chunk.partition());
            forgetUnreadable(chunk);
            return;
        }
        if (chunk.isChanged()) {
            String[] arguments = chunk.scriptArguments(epoch.apply(chunk.partition()), RedisJoinStore.SLOT_LIFE);
            chunk.writes(CAS.call(redis.commands(), chunk.scriptKeys(), arguments));
        }
        writing.add(chunk);
    }

    /** If no record comes any more that fills such a slot, the partition would be lost by it again and again. */
    private void forgetUnreadable(Chunk chunk) {
        RedisFuture<Long> forgotten = redis.commands()
                .del(Stream.concat(Stream.of(Names.epoch(chunk.partition())), chunk.unreadableNames().stream())
                        .toArray(String[]::new));
        redis.flush();
        redis.await(forgotten);
    }

    private void settle(int most) {
        for (int i = 0; i < most; i++) {
            Chunk chunk = writing.remove();
            Script.@Nullable Call<List<Long>> write = chunk.write();
            List<Long> losers = write == null ? List.of() : redis.await(write);
            if (losers.size() == 1 && losers.getFirst() == LOST) {
                lost.add(chunk.partition());
            }
            if (lost.contains(chunk.partition())) {
                known.clear();
                continue;
            }
            List<OutcomeEvent> verdict = new ArrayList<>();
            List<Miss> misses = new ArrayList<>();
            chunk.settle(losers, verdict, misses, known, again);
            told.tell(verdict, misses);
        }
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
}
