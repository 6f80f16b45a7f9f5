/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Deadlines that are hardly ever reached: each costs a place in a wheel, where the usual timers sort a queue and wake a
 * thread for every request.
 */
final class Timeouts implements Scheduler {

    /** How late a deadline may be noticed. */
    private static final long TICK_MILLIS = 20;

    /** One for the JVM, as Netty advises; its thread ends with the last other one. */
    private static final HashedWheelTimer WHEEL =
            new HashedWheelTimer(new DefaultThreadFactory("timeouts", true), TICK_MILLIS, TimeUnit.MILLISECONDS);

    @Override
    public Disposable schedule(Runnable task) {
        return schedule(task, 0, TimeUnit.MILLISECONDS);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        Timeout timeout = WHEEL.newTimeout(_ -> task.run(), delay, unit);
        return timeout::cancel;
    }

    @Override
    public Worker createWorker() {
        throw new UnsupportedOperationException("deadlines have no order to keep");
    }
}
