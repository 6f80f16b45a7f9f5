/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.uptext.inbound.smpp.Pdu;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How many messages of one bind are under way. Where the window is full, nothing more is read, so that the carrier slows down
 * by itself. If that lasts, Kafka is in trouble: reading goes on, for enquire_link stands in the same line, and messages are
 * throttled until there is place again. It lives on the event loop of its connection.
 */
final class Window {

    /** How long nothing is read: an enquire_link waits no longer than that. */
    static final Duration PATIENCE = Duration.ofMillis(50);

    private final int size;
    private final Work work;
    private final Queue<Arrived> held = new ArrayDeque<>();
    private int underWay;
    private boolean throttling;
    private boolean advancing;
    private boolean abandoned;
    private @Nullable Runnable patience;
    private @Nullable Runnable whenIdle;

    /** A message that has come, at a time of {@link System#nanoTime}. */
    record Arrived(Pdu.Delivery delivery, long at) {}

    /** What a window has done, all of it on one event loop. */
    interface Work {

        /** Takes a message; {@code then} is called on the event loop, now or later. */
        void take(Arrived message, Consumer<Answer> then);

        /** Answers a message. */
        void answer(Arrived message, Answer answer);

        /** Answers a message for which there is no place. */
        void throttle(Arrived message);

        /** Reads from now on, or does not. */
        void read(boolean on);

        /**
         * Runs something after a time.
         *
         * @return what to run so that it is not
         */
        Runnable after(Duration time, Runnable then);
    }

    Window(int size, Work work) {
        this.size = size;
        this.work = work;
    }

    /** Takes a message, now or once there is place, or throttles it. */
    void offer(Arrived message) {
        if (throttling && isFull()) {
            work.throttle(message);
        } else {
            held.add(message);
            advance();
        }
    }

    /** How many are under way. */
    int underWay() {
        return underWay;
    }

    /** Runs something once nothing is under way any more. */
    void whenIdle(Runnable then) {
        whenIdle = then;
        advance();
    }

    /** Does what waits for nothing to be under way, although something is. */
    void giveUpWaiting() {
        if (whenIdle != null) {
            Runnable then = whenIdle;
            whenIdle = null;
            then.run();
        }
    }

    /** Forgets what has not begun; what is under way ends by itself, and nobody hears of it. */
    void abandon() {
        abandoned = true;
        held.clear();
        stopWaiting();
    }

    private boolean isFull() {
        return underWay >= size;
    }

    /** In a loop: what is answered at once could be a thousand in a row. */
    private void advance() {
        if (advancing) {
            return;
        }
        advancing = true;
        while (!held.isEmpty() && !isFull()) {
            throttling = false;
            begin(held.remove());
        }
        advancing = false;
        if (!held.isEmpty()) {
            startWaiting();
            return;
        }
        stopWaiting();
        if (underWay == 0) {
            giveUpWaiting();
        }
    }

    private void begin(Arrived message) {
        underWay++;
        work.take(message, answer -> {
            underWay--;
            if (!abandoned) {
                work.answer(message, answer);
            }
            advance();
        });
    }

    private void startWaiting() {
        if (patience == null) {
            work.read(false);
            patience = work.after(PATIENCE, this::throttle);
        }
    }

    private void throttle() {
        patience = null;
        throttling = true;
        while (!held.isEmpty()) {
            work.throttle(held.remove());
        }
        work.read(true);
    }

    private void stopWaiting() {
        if (patience != null) {
            patience.run();
            patience = null;
            work.read(true);
        }
    }
}
