/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import io.uptext.contracts.vocabulary.CodeKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts in this process, by the rules of the script in Redis. It is told of what other instances create, so that it can
 * decide for all of them when nobody else can.
 *
 * <p>Its memory is bounded. What is forgotten first is the rate that was looked at least lately, or the challenge that ends
 * first.
 */
public final class MemoryLimiter implements Limiter {

    /** A party has no more than some 8,000 that are not idle, by its own rate. */
    private static final int MOST_RATES = 100_000;

    /** As many as a score of full destinations have. */
    private static final int MOST_HELD = 200_000;

    private static final TreeSet<Held> NONE = new TreeSet<>();

    private final LongSupplier micros;
    private final Map<String, Long> idleAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_RATES;
        }
    };
    private final Map<String, Held> held = new HashMap<>();
    private final Map<CodeKey, Held> byCode = new HashMap<>();
    private final Map<String, TreeSet<Held>> byCap = new HashMap<>();
    private final TreeSet<Held> byEnd = new TreeSet<>();

    /**
     * Begins with nothing.
     *
     * @param micros a clock of microseconds that never runs backwards
     */
    public MemoryLimiter(LongSupplier micros) {
        this.micros = micros;
    }

    @Override
    public synchronized CompletableFuture<Verdict> admit(Admission wanted) {
        long now = forgetEnded();
        @Nullable Held known = held.get(wanted.challenge());
        if (known != null) {
            return CompletableFuture.completedFuture(known.again(wanted));
        }
        long[] counts = counts(wanted, now);
        boolean fits = wanted.fits(counts);
        if (fits) {
            if (byCode.containsKey(wanted.code())) {
                return CompletableFuture.completedFuture(new Verdict.CodeTaken());
            }
            count(wanted, now, now);
            counts = counts(wanted, now);
        }
        return CompletableFuture.completedFuture(Verdict.of(wanted, fits, counts));
    }

    /** What is counted already of all that a creation would count for, as in {@link Admission#fits}. */
    public synchronized long[] counts(Admission wanted) {
        return counts(wanted, forgetEnded());
    }

    /** Counts a challenge that somebody has created, this long ago, unless it is counted. */
    public synchronized void note(Admission created, Duration age) {
        long now = forgetEnded();
        if (!held.containsKey(created.challenge())) {
            count(created, now, now - Rate.micros(age));
        }
    }

    @Override
    public synchronized void release(Places places) {
        @Nullable Held gone = held.get(places.challenge());
        if (gone != null) {
            forget(gone);
        }
    }

    private long[] counts(Admission wanted, long now) {
        long[] counts = new long[wanted.counts()];
        for (int i = 0; i < wanted.rates().size(); i++) {
            Rate rate = wanted.rates().get(i);
            long backlog = idleAt.getOrDefault(tagged(wanted, rate.key()), now) - now;
            counts[i] = Math.clamp(backlog, 0, rate.horizon());
        }
        for (int i = 0; i < wanted.caps().size(); i++) {
            TreeSet<Held> places =
                    byCap.getOrDefault(tagged(wanted, wanted.caps().get(i).key()), NONE);
            counts[wanted.takenAt(i)] = places.size();
            counts[wanted.takenAt(i) + 1] =
                    places.isEmpty() ? 0 : places.first().end() - now;
        }
        return counts;
    }

    private void count(Admission created, long now, long at) {
        for (Rate rate : created.rates()) {
            if (now - at >= rate.horizon()) {
                // It counts for nothing any more, in whatever order the log is read.
                continue;
            }
            String key = tagged(created, rate.key());
            long idle = Math.max(idleAt.getOrDefault(key, at), at) + rate.interval();
            idleAt.put(key, Math.min(idle, now + rate.horizon()));
        }
        Held one = new Held(now + Rate.micros(created.validity()), created);
        if (one.end() > now) {
            held.put(created.challenge(), one);
            byCode.putIfAbsent(created.code(), one);
            byEnd.add(one);
            created.caps()
                    .forEach(cap -> byCap.computeIfAbsent(tagged(created, cap.key()), _ -> new TreeSet<>())
                            .add(one));
        }
    }

    private long forgetEnded() {
        long now = micros.getAsLong();
        while (!byEnd.isEmpty() && (byEnd.first().end() <= now || byEnd.size() > MOST_HELD)) {
            forget(byEnd.first());
        }
        return now;
    }

    private void forget(Held gone) {
        held.remove(gone.challenge());
        byCode.remove(gone.created().code(), gone);
        byEnd.remove(gone);
        for (Cap cap : gone.created().caps()) {
            byCap.computeIfPresent(tagged(gone.created(), cap.key()), (_, places) -> {
                places.remove(gone);
                return places.isEmpty() ? null : places;
            });
        }
    }

    private static String tagged(Admission of, String key) {
        return of.destination() + key;
    }

    /** A challenge that takes places, until when. */
    private record Held(long end, Admission created) implements Comparable<Held> {

        String challenge() {
            return created.challenge();
        }

        Verdict again(Admission wanted) {
            int draw = created.draw() == Admission.DRAW_OF_LOG ? wanted.draw() : created.draw();
            return new Verdict.Admitted(draw, List.of());
        }

        @Override
        public int compareTo(Held other) {
            int first = Long.compare(end, other.end);
            return first != 0 ? first : challenge().compareTo(other.challenge());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Held that && compareTo(that) == 0;
        }

        @Override
        public int hashCode() {
            return challenge().hashCode();
        }
    }
}
