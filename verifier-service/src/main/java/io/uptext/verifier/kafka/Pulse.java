/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Signs of life of one consumer thread: it writes them when it is done with a poll, anybody reads them. */
public final class Pulse {

    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(500).toNanos();

    private final LongSupplier nanos;
    private volatile @Nullable Beat latest;
    private long nextLook;

    Pulse(LongSupplier nanos) {
        this.nanos = nanos;
        this.nextLook = nanos.getAsLong();
    }

    private record Beat(Thread thread, long nanos, Map<TopicPartition, Instant> behind, Set<Integer> filling) {}

    /**
     * A poll, or a while without records, is done with.
     *
     * @param behind says how far partitions have been read that have more; asked now and then
     * @param filling partitions that are being filled
     */
    void beat(Supplier<Map<TopicPartition, Instant>> behind, Set<Integer> filling) {
        long now = nanos.getAsLong();
        Beat before = latest;
        Map<TopicPartition, Instant> lag = before == null ? Map.of() : before.behind();
        if (now - nextLook >= 0) {
            lag = Map.copyOf(behind.get());
            nextLook = now + LOOK_EVERY_NANOS;
        }
        latest = new Beat(Thread.currentThread(), now, lag, Set.copyOf(filling));
    }

    /** How long ago the thread was last done with a poll; empty before the first. */
    public Optional<Duration> age() {
        return Optional.ofNullable(latest).map(beat -> Duration.ofNanos(nanos.getAsLong() - beat.nanos()));
    }

    /** Whether there was a thread and is none any more. */
    public boolean isDead() {
        Beat beat = latest;
        return beat != null && !beat.thread().isAlive();
    }

    /** The times until which partitions have been read whose end has not been reached. */
    public Map<TopicPartition, Instant> behind() {
        Beat beat = latest;
        return beat == null ? Map.of() : beat.behind();
    }

    /** Partitions that are being filled from Kafka, since Redis has lost them. */
    public Set<Integer> filling() {
        Beat beat = latest;
        return beat == null ? Set.of() : beat.filling();
    }
}
