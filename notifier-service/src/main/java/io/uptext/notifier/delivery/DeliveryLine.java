/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of its own. */
final class DeliveryLine implements Line, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeliveryLine.class);

    /** Longer waits are cut into shorter ones, for clocks may be set. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Clock clock;
    private final ScheduledThreadPoolExecutor executor;
    private volatile boolean hasFailed;

    DeliveryLine(Clock clock) {
        this.clock = clock;
        this.executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("webhook-deliveries").daemon().factory());
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(() -> run(task));
        } catch (RejectedExecutionException e) {
            log.debug("A result comes too late to be written down; it is attempted again elsewhere");
        }
    }

    @Override
    public void at(Instant time, Runnable task) {
        Instant now = clock.instant();
        if (!time.isAfter(now)) {
            execute(task);
            return;
        }
        boolean isFar = time.isAfter(now.plus(LONGEST));
        // Rounded up, for to come too early is to come in vain.
        long millis = isFar ? LONGEST.toMillis() : Duration.between(now, time).toMillis() + 1;
        try {
            var _ = executor.schedule(() -> run(isFar ? () -> at(time, task) : task), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("It is over");
        }
    }

    /** Runs there what has a result. */
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        try {
            return CompletableFuture.supplyAsync(question, executor);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Whether something has ended in an error of the virtual machine, after which nothing here can be relied on. */
    boolean hasFailed() {
        return hasFailed;
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("A delivery of webhooks went wrong in a way that is a mistake of ours", e);
        } catch (Error e) {
            // Otherwise nobody would hear of it: the executor keeps it for whoever asks for a result.
            hasFailed = true;
            log.error("The delivery of webhooks has to be started anew", e);
            throw e;
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
