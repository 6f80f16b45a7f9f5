/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call with its repetitions, until there is an answer to stand by or no time left. Nothing waits on a thread meanwhile.
 *
 * <p>What is repeated: no connection, a lost or late answer, and the 500s, of which a 503 says when to come again. A 4xx is
 * an answer. So is a 429: whoever is told to slow down decides what to leave out, and does not just come again.
 */
final class Exchange {

    private final Transport transport;
    private final Backoff backoff;
    private final Clock clock;
    private final Call call;
    private final Executor executor;
    private final long deadline;
    private final CompletableFuture<HttpResponse<byte[]>> result = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<?> current;
    private int failures;

    private Exchange(Transport transport, Backoff backoff, Clock clock, Duration total, Call call) {
        this.transport = transport;
        this.backoff = backoff;
        this.clock = clock;
        this.call = call;
        this.executor = transport.executor();
        this.deadline = System.nanoTime() + total.toNanos();
    }

    /**
     * Begins.
     *
     * @param total for all tries and pauses together
     * @return the answer; cancelling it ends the try that is under way
     */
    static CompletableFuture<HttpResponse<byte[]>> begin(
            Transport transport, Backoff backoff, Clock clock, Duration total, Call call) {
        Exchange exchange = new Exchange(transport, backoff, clock, total, call);
        CompletableFuture<?> unused = exchange.result.whenComplete((answer, failure) -> {
            if (failure instanceof CancellationException) {
                exchange.abandon();
            }
        });
        exchange.attempt();
        return exchange.result;
    }

    private void attempt() {
        if (result.isDone()) {
            return;
        }
        CompletableFuture<HttpResponse<byte[]>> sent;
        try {
            sent = transport.send(call, left());
        } catch (RuntimeException e) {
            broken(e);
            return;
        }
        current = sent;
        // Late answers end on the thread of the timers.
        CompletableFuture<?> unused = sent.handleAsync(
                        (answer, failure) -> {
                            heard(answer, failure);
                            return true;
                        },
                        executor)
                .exceptionally(failure -> broken(failure));
    }

    private void heard(@Nullable HttpResponse<byte[]> answer, @Nullable Throwable failure) {
        if (answer == null) {
            failed(cause(failure));
        } else if (answer.statusCode() < 500) {
            result.complete(answer);
        } else {
            refused(answer);
        }
    }

    /** Nothing was sent or heard, and by our own fault or the executor's: that is no reason to keep anybody waiting. */
    private boolean broken(Throwable failure) {
        return result.completeExceptionally(
                new UnreachableException(call + " could not be carried out", cause(failure)));
    }

    private static Throwable cause(@Nullable Throwable failure) {
        if (failure == null) {
            return new IllegalStateException("neither an answer nor a failure");
        }
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private void refused(HttpResponse<byte[]> answer) {
        failures++;
        Duration asked = RetryAfter.of(answer.headers(), clock.instant());
        Duration pause = backoff.pause(failures, ThreadLocalRandom.current());
        if (!again(asked == null || asked.compareTo(pause) < 0 ? pause : asked)) {
            result.complete(answer);
        }
    }

    private void failed(Throwable failure) {
        failures++;
        if (failure instanceof BoundedBody.TooLargeException) {
            result.completeExceptionally(new UnexpectedAnswerException(0, call + " got too large an answer", failure));
        } else if (!again(backoff.pause(failures, ThreadLocalRandom.current()))) {
            result.completeExceptionally(
                    new UnreachableException(call + " got no answer, with " + failures + " tries", failure));
        }
    }

    /** Whether there is time for another try, which is then on its way. */
    private boolean again(Duration pause) {
        if (pause.compareTo(left()) >= 0) {
            return false;
        }
        Executor later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, this::onExecutor);
        CompletableFuture<Void> retry = CompletableFuture.runAsync(this::attempt, later);
        current = retry;
        CompletableFuture<?> unused = retry.handle((nothing, failure) -> failure != null && broken(failure));
        return true;
    }

    private void onExecutor(Runnable retry) {
        try {
            executor.execute(retry);
        } catch (RejectedExecutionException e) {
            broken(e);
        }
    }

    private void abandon() {
        CompletableFuture<?> pending = current;
        if (pending != null) {
            pending.cancel(true);
        }
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }
}
