/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** What waits for a session with room. Hands it out to one session after the other. */
final class Outbox {

    /** Guards everything in here, in lanes and in deliveries. */
    final ReentrantLock lock = new ReentrantLock();

    private final Condition bound = lock.newCondition();
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private final List<Lane> lanes = new ArrayList<>();
    private int turn;
    private boolean isClosed;

    void add(Collection<Delivery> deliveries) {
        lock.lock();
        try {
            waiting.addAll(deliveries);
            dispatch();
        } finally {
            lock.unlock();
        }
        abandonIfClosed();
    }

    void addAgain(Delivery delivery) {
        lock.lock();
        try {
            waiting.addFirst(delivery);
            dispatch();
        } finally {
            lock.unlock();
        }
        abandonIfClosed();
    }

    /** Nothing is delivered any more. */
    void close() {
        lock.lock();
        try {
            isClosed = true;
        } finally {
            lock.unlock();
        }
        abandonIfClosed();
    }

    private void abandonIfClosed() {
        List<Delivery> abandoned;
        lock.lock();
        try {
            if (!isClosed) {
                return;
            }
            abandoned = List.copyOf(waiting);
            waiting.clear();
        } finally {
            lock.unlock();
        }
        abandoned.forEach(delivery -> delivery.outcome.abandoned());
    }

    void forget(Predicate<Delivery> which) {
        lock.lock();
        try {
            waiting.removeIf(which);
        } finally {
            lock.unlock();
        }
    }

    void join(Lane lane) {
        lock.lock();
        try {
            lanes.add(lane);
            dispatch();
            bound.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives the lane no more. What was not sent goes to others; what was sent stays until {@link #end}. */
    void leave(Lane lane) {
        lock.lock();
        try {
            lanes.remove(lane);
            lane.giveBackUnsent().reversed().forEach(waiting::addFirst);
            dispatch();
        } finally {
            lock.unlock();
        }
    }

    /** What the lane has no answer to is delivered by another one. */
    void end(Lane lane) {
        lock.lock();
        try {
            lanes.remove(lane);
            lane.giveBackAll().reversed().forEach(waiting::addFirst);
            dispatch();
        } finally {
            lock.unlock();
        }
        abandonIfClosed();
    }

    int lanes() {
        lock.lock();
        try {
            return lanes.size();
        } finally {
            lock.unlock();
        }
    }

    boolean awaitLanes(int count, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (lanes.size() < count) {
                if (left <= 0) {
                    return false;
                }
                left = bound.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** With the lock: gives what waits to lanes with room. */
    void dispatch() {
        int full = 0;
        while (!isClosed && !waiting.isEmpty() && full < lanes.size()) {
            turn = turn % lanes.size();
            Lane lane = lanes.get(turn++);
            if (lane.hasRoom()) {
                lane.assign(waiting.removeFirst());
                full = 0;
            } else {
                full++;
            }
        }
    }
}
