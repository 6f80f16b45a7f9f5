/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.netty.util.concurrent.EventExecutor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The heartbeats of one event loop, and its deadlines for those who do not read. A turn is one heartbeat's time; at each tick
 * one slot has its turn. So there is one timer for however many streams, and they are written to in small groups.
 */
final class Wheel {

    /** The slot of who is in none. */
    static final short NOWHERE = -1;

    private static final int MOST_SLOTS = 64;
    /** At a tick, so that nobody waits long for others' connections to be closed. */
    private static final int MOST_CLOSED = 500;

    private static final long LEAST_TICK_MILLIS = 100;
    private static final long DRAIN_TICK_MILLIS = 100;

    private final EventExecutor loop;
    private final Clock clock;
    private final long writeTimeout;
    private final Slot[] slots;
    private final Queue<Late> late = new ArrayDeque<>();
    private final Queue<Stream> leaving = new ArrayDeque<>();
    private int now;
    private int next;
    private int count;
    private boolean isDrained;

    private Wheel(EventExecutor loop, Pace pace, Clock clock) {
        this.loop = loop;
        this.clock = clock;
        this.writeTimeout = pace.writeTimeout().toNanos();
        this.slots = new Slot[pace.slots()];
        Arrays.setAll(slots, _ -> new Slot());
    }

    /** Begins to turn on an event loop. */
    static Wheel start(EventExecutor loop, Pace pace, Clock clock) {
        Wheel wheel = new Wheel(loop, pace, clock);
        long tick = pace.heartbeat().toNanos() / wheel.slots.length;
        var _ = loop.scheduleAtFixedRate(wheel::tick, tick, tick, TimeUnit.NANOSECONDS);
        return wheel;
    }

    /**
     * How fast it turns.
     *
     * @param heartbeat how often each stream is written to
     * @param writeTimeout how long what was written may wait for its reader
     * @param mostPending how many bytes may, beyond those that the kernel keeps
     */
    record Pace(Duration heartbeat, Duration writeTimeout, long mostPending) {

        /** Some thirty events. */
        private static final long MOST_PENDING = 2048;

        Pace(Duration heartbeat, Duration writeTimeout) {
            this(heartbeat, writeTimeout, MOST_PENDING);
        }

        int slots() {
            return Math.toIntExact(Math.clamp(heartbeat.toMillis() / LEAST_TICK_MILLIS, 1, MOST_SLOTS));
        }
    }

    /** Takes a stream in; the slots in turn, so that those who came together do not stay together. */
    void add(Stream stream) {
        next = (next + 1) % slots.length;
        slots[next].add(stream, (short) next);
        count++;
        if (isDrained) {
            loop.execute(stream::drain);
        }
    }

    /** Lets it go, if it has not gone. */
    void remove(Stream stream) {
        if (stream.slot != NOWHERE) {
            slots[stream.slot].remove(stream);
            count--;
        }
    }

    /** Looks at whether what is pending for a stream will have left in time. */
    void expect(Stream stream) {
        late.add(new Late(stream, System.nanoTime() + writeTimeout));
    }

    /** Closes it at one of the next ticks. */
    void closeSoon(Stream stream) {
        leaving.add(stream);
    }

    private void tick() {
        now = (now + 1) % slots.length;
        slots[now].beat(clock.millis());
        dropLate();
        for (int i = Math.min(leaving.size(), MOST_CLOSED); i > 0; i--) {
            leaving.remove().leave();
        }
    }

    private void dropLate() {
        long nanos = System.nanoTime();
        for (Iterator<Late> each = late.iterator(); each.hasNext(); ) {
            Late one = each.next();
            if (one.stream().pending() == 0) {
                one.stream().isLate = false;
                each.remove();
            } else if (one.deadline() - nanos <= 0) {
                each.remove();
                one.stream().tooSlow();
            }
        }
    }

    /**
     * Ends all streams, some at each tick, within {@code time}.
     *
     * @return done when each has been written its end
     */
    CompletableFuture<Void> drain(Duration time) {
        CompletableFuture<Void> drained = new CompletableFuture<>();
        long ticks = Math.max(1, time.toMillis() / DRAIN_TICK_MILLIS);
        loop.execute(() -> drain(count, ticks, ticks, drained));
        return drained;
    }

    private void drain(long atFirst, long ticks, long left, CompletableFuture<Void> drained) {
        long staying = Math.ceilDiv(atFirst * (left - 1), ticks);
        for (Slot slot : slots) {
            while (count > staying && !slot.streams.isEmpty()) {
                slot.streams.getLast().drain();
            }
        }
        if (count == 0 || left == 1) {
            isDrained = true;
            drained.complete(null);
        } else {
            var _ = loop.schedule(
                    () -> drain(atFirst, ticks, left - 1, drained), DRAIN_TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private record Late(Stream stream, long deadline) {}

    private static final class Slot {

        private final List<Stream> streams = new ArrayList<>();

        void add(Stream stream, short slot) {
            stream.slot = slot;
            stream.place = streams.size();
            streams.add(stream);
        }

        void remove(Stream stream) {
            Stream last = streams.removeLast();
            if (stream.place < streams.size()) {
                last.place = stream.place;
                streams.set(last.place, last);
            }
            stream.slot = NOWHERE;
        }

        /** From the last to the first: into the place of one that ends by it comes one that has had its turn. */
        void beat(long nowMillis) {
            for (int i = streams.size() - 1; i >= 0; i--) {
                if (i < streams.size()) {
                    streams.get(i).beat(nowMillis);
                }
            }
        }
    }
}
