/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes as fast as whatever happens in it. */
final class VirtualTime extends Clock {

    private record Event(Instant at, long number, Runnable task) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private Instant now;
    private long numbers;

    VirtualTime(Instant start) {
        this.now = start;
    }

    void at(Instant time, Runnable task) {
        events.add(new Event(time.isBefore(now) ? now : time, numbers++, task));
    }

    void after(Duration pause, Runnable task) {
        at(now.plus(pause), task);
    }

    /** Lets everything happen until {@code end}. */
    void passUntil(Instant end) {
        for (Event next = events.peek(); next != null && !next.at().isAfter(end); next = events.peek()) {
            events.remove(next);
            now = next.at();
            next.task().run();
        }
        now = end;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
