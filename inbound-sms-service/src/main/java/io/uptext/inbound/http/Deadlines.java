/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.uptext.platform.http.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Deadlines that are hardly ever reached: each costs a place in a wheel, where the usual timers sort a queue and wake a
 * thread for every request.
 */
final class Deadlines {

    /** How late a deadline may be noticed. */
    private static final long TICK_MILLIS = 20;

    /** One for the JVM, as Netty advises; its thread ends with the last other one. */
    private static final HashedWheelTimer WHEEL =
            new HashedWheelTimer(new DefaultThreadFactory("deadlines", true), TICK_MILLIS, TimeUnit.MILLISECONDS);

    private Deadlines() {}

    /**
     * Ends what is late with a problem.
     *
     * @param time to the millisecond, counted from now
     * @return {@code result}
     */
    static <T> CompletableFuture<T> within(
            Duration time, CompletableFuture<T> result, Supplier<ProblemException> late) {
        if (!result.isDone()) {
            Timeout deadline = WHEEL.newTimeout(
                    _ -> result.completeExceptionally(late.get()), time.toMillis(), TimeUnit.MILLISECONDS);
            var _ = result.whenComplete((_, _) -> deadline.cancel());
        }
        return result;
    }
}
