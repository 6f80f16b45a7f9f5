/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** What one session has to send, and what it has no answer to yet. Guarded by the lock of the {@link Outbox}. */
final class Lane {

    /** A delivery under the sequence number that it has this time, behind what is sent wrong before it. */
    record Numbered(
            int sequence,
            Delivery delivery,
            boolean isAgain,
            @Nullable WrongPdu wrong) {}

    /** An answer to a delivery. */
    record Answered(Delivery delivery, int status, long nanos) {}

    private static final int HIGHEST_SEQUENCE = 0x7FFFFFFF;

    private final Outbox outbox;
    private final Behaviour behaviour;
    private final int window;
    private final Condition work;
    private final Deque<Delivery> assigned = new ArrayDeque<>();
    private final Map<Integer, Delivery> unanswered = new LinkedHashMap<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private boolean isEnded;
    private boolean isLeaving;
    private byte @Nullable [] lastWord;

    Lane(Outbox outbox, Behaviour behaviour, int window) {
        this.outbox = outbox;
        this.behaviour = behaviour;
        this.window = window;
        this.work = outbox.lock.newCondition();
    }

    int nextSequence() {
        return sequence.updateAndGet(last -> last == HIGHEST_SEQUENCE ? 1 : last + 1);
    }

    boolean hasRoom() {
        return assigned.size() + unanswered.size() < window;
    }

    void assign(Delivery delivery) {
        assigned.addLast(delivery);
        if (assigned.size() == 1) {
            work.signal();
        }
    }

    /** What there is to send just now, perhaps nothing. */
    List<Numbered> poll(int most) {
        outbox.lock.lock();
        try {
            return number(most);
        } finally {
            outbox.lock.unlock();
        }
    }

    /** Waits until there is something to send; nothing once there never is. */
    List<Numbered> take(int most) throws InterruptedException {
        outbox.lock.lockInterruptibly();
        try {
            while (assigned.isEmpty() && !isEnded && !isLeaving) {
                work.await();
            }
            return number(most);
        } finally {
            outbox.lock.unlock();
        }
    }

    private List<Numbered> number(int most) {
        if (isEnded || assigned.isEmpty()) {
            return List.of();
        }
        long now = System.nanoTime();
        int count = Math.min(most, assigned.size());
        List<Numbered> numbered = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Delivery delivery = assigned.removeFirst();
            delivery.attempts++;
            delivery.sentAt = now;
            boolean isAgain = delivery.attempts > 1;
            WrongPdu wrong = isAgain ? null : behaviour.first(delivery);
            int number = nextSequence();
            unanswered.put(number, delivery);
            numbered.add(new Numbered(number, delivery, isAgain, wrong));
        }
        return numbered;
    }

    /** The delivery that an answer belongs to, taken out; null if there is none, or if this answer is to be lost. */
    @Nullable
    Answered answered(ReceivedPdu answer) {
        Delivery delivery = unanswered.remove(answer.sequence());
        return delivery == null ? null : new Answered(delivery, answer.status(), System.nanoTime() - delivery.sentAt);
    }

    /** Whether this answer is one that never arrives; asked once. */
    Delivery.Loss loss(ReceivedPdu answer) {
        Delivery delivery = unanswered.get(answer.sequence());
        if (delivery == null) {
            return Delivery.Loss.NONE;
        }
        Delivery.Loss loss = delivery.loss;
        delivery.loss = Delivery.Loss.NONE;
        return loss;
    }

    /** What has waited for an answer for too long, taken out. */
    List<Delivery> overdue(long nanos) {
        outbox.lock.lock();
        try {
            long now = System.nanoTime();
            List<Delivery> overdue = new ArrayList<>();
            for (Iterator<Delivery> each = unanswered.values().iterator(); each.hasNext(); ) {
                Delivery delivery = each.next();
                if (now - delivery.sentAt > nanos) {
                    each.remove();
                    overdue.add(delivery);
                }
            }
            return overdue;
        } finally {
            outbox.lock.unlock();
        }
    }

    /** What is sent behind the last message. */
    void say(byte[] octets) {
        outbox.lock.lock();
        try {
            lastWord = octets;
        } finally {
            outbox.lock.unlock();
        }
    }

    byte @Nullable [] lastWord() {
        outbox.lock.lock();
        try {
            return isEnded ? null : lastWord;
        } finally {
            outbox.lock.unlock();
        }
    }

    List<Delivery> giveBackUnsent() {
        isLeaving = true;
        work.signalAll();
        List<Delivery> back = new ArrayList<>(assigned);
        assigned.clear();
        return back;
    }

    List<Delivery> giveBackAll() {
        isEnded = true;
        List<Delivery> back = new ArrayList<>(unanswered.values());
        unanswered.clear();
        back.addAll(giveBackUnsent());
        return back;
    }
}
