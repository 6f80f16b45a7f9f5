/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import io.uptext.simulator.traffic.Latencies;
import io.uptext.simulator.traffic.Load;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts for a load, and knows whether there is room for more. */
final class SmscLoadTally implements Delivery.Outcome {

    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SortedMap<Integer, Long> answers = new TreeMap<>();
    private final Latencies latencies = new Latencies();
    private final Latencies enquiries = new Latencies();
    private final Load load;
    private final int enoughRoom;
    private volatile long begun = System.nanoTime();
    private long lastAnswer = begun;
    private long messages;
    private long sent;
    private long answered;
    private long enquired;
    private long redelivered;

    SmscLoadTally(Load load) {
        this.load = load;
        // The sender is woken for a quarter of the room, not for each answer.
        enoughRoom = load.concurrency() - Math.max(1, load.concurrency() / 4);
    }

    void begin() {
        begun = System.nanoTime();
        lock.lock();
        try {
            lastAnswer = begun;
        } finally {
            lock.unlock();
        }
    }

    long begun() {
        return begun;
    }

    long elapsed() {
        return System.nanoTime() - begun;
    }

    void sent(int parts) {
        lock.lock();
        try {
            messages++;
            sent += parts;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void answered(Delivery delivery, int status, long nanos) {
        long now = System.nanoTime();
        lock.lock();
        try {
            answered++;
            redelivered += delivery.attempts - 1;
            lastAnswer = now;
            answers.merge(status, 1L, Long::sum);
            latencies.add(Duration.ofNanos(load.isPaced() ? now - delivery.due : nanos));
            if (sent - answered == enoughRoom || sent == answered) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void enquired(Duration roundTrip) {
        lock.lock();
        try {
            enquired++;
            enquiries.add(roundTrip);
        } finally {
            lock.unlock();
        }
    }

    boolean hasRoom() {
        lock.lock();
        try {
            return sent - answered < load.concurrency();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for room, for a moment. */
    boolean awaitRoom() throws InterruptedException {
        return await(load.concurrency() - 1L);
    }

    /** Waits for all answers, for a moment. */
    boolean awaitAnswers() throws InterruptedException {
        return await(0);
    }

    private boolean await(long most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = GLANCE;
            while (sent - answered > most && left > 0) {
                left = changed.awaitNanos(left);
            }
            return sent - answered <= most;
        } finally {
            lock.unlock();
        }
    }

    long sinceLastAnswer() {
        lock.lock();
        try {
            return System.nanoTime() - lastAnswer;
        } finally {
            lock.unlock();
        }
    }

    SmscLoadResults results() {
        lock.lock();
        try {
            return new SmscLoadResults(
                    messages,
                    sent,
                    Collections.unmodifiableSortedMap(new TreeMap<>(answers)),
                    redelivered,
                    Duration.ofNanos(Math.max(1, lastAnswer - begun)),
                    latencies.percentile(50),
                    latencies.percentile(99),
                    latencies.percentile(100),
                    enquired,
                    enquiries.percentile(50),
                    enquiries.percentile(99),
                    enquiries.percentile(100));
        } finally {
            lock.unlock();
        }
    }
}
