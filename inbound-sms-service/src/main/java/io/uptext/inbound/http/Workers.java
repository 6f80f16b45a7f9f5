/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.inbound.loop.EventLoops;
import io.uptext.platform.http.Problem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bound on how many deliveries are under way: while Kafka is away, deliveries wait, and their number is what they cost in
 * memory (I10). Those that may hold up their thread have a virtual thread each.
 */
public final class Workers implements AutoCloseable {

    private final int most;
    private final Semaphore free;
    private final EventLoops loops;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-", 0).factory());

    /** At most {@code most} deliveries at a time, which begin on these threads if they come from there. */
    public Workers(int most, EventLoops loops) {
        this.most = most;
        this.loops = loops;
        this.free = new Semaphore(most);
    }

    /**
     * Starts a piece of work, or fails with {@link Problem#UNAVAILABLE} at once where there is too much already.
     *
     * @param mayWait whether it may hold up the thread that starts it, rather than only complete later
     */
    <T> CompletableFuture<T> submit(Supplier<CompletableFuture<T>> work, boolean mayWait) {
        if (!free.tryAcquire()) {
            return CompletableFuture.failedFuture(
                    Problem.UNAVAILABLE.because("Too many messages are waiting; deliver it again."));
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        if (mayWait) {
            threads.execute(() -> start(work, done));
        } else {
            // With a stack of its own: below that of WebFlux the same code cost half as much again (docs/adr/0015).
            // Below
            // that of the server alone no difference could be measured (docs/adr/0019).
            loops.here().execute(() -> start(work, done));
        }
        return done;
    }

    private <T> void start(Supplier<CompletableFuture<T>> work, CompletableFuture<T> done) {
        CompletableFuture<T> result;
        try {
            result = work.get();
        } catch (Throwable e) {
            result = CompletableFuture.failedFuture(e);
        }
        var _ = result.whenComplete((value, failure) -> finish(done, value, failure));
    }

    /** Frees the place before anybody learns of the end: who then comes again must find it. */
    private <T> void finish(CompletableFuture<T> done, T value, @Nullable Throwable failure) {
        free.release();
        if (failure == null) {
            done.complete(value);
        } else {
            @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
            done.completeExceptionally(cause == null ? failure : cause);
        }
    }

    /** Waits for what is under way, and takes nothing more. */
    @Override
    public void close() {
        free.acquireUninterruptibly(most);
        threads.close();
    }
}
