/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.platform.http.Problem;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A virtual thread for each delivery, which may wait for Kafka and Redis as an event loop must not, and a bound on how many
 * there are: while Kafka is away, deliveries wait, and their number is what they cost in memory (I10).
 */
public final class Workers implements AutoCloseable {

    private final Semaphore free;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-", 0).factory());

    /** At most {@code most} deliveries at a time. */
    public Workers(int most) {
        this.free = new Semaphore(most);
    }

    /** Starts a piece of work, or fails with {@link Problem#UNAVAILABLE} at once where there is too much already. */
    <T> CompletableFuture<T> submit(Callable<T> work) {
        if (!free.tryAcquire()) {
            return CompletableFuture.failedFuture(
                    Problem.UNAVAILABLE.because("Too many messages are waiting; deliver it again."));
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        threads.execute(() -> finish(work, done));
        return done;
    }

    /** Frees the place before anybody learns of the end: who then comes again must find it. */
    private <T> void finish(Callable<T> work, CompletableFuture<T> done) {
        T result;
        try {
            result = work.call();
        } catch (Throwable e) {
            free.release();
            done.completeExceptionally(e);
            return;
        }
        free.release();
        done.complete(result);
    }

    @Override
    public void close() {
        threads.close();
    }
}
