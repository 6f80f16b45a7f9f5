/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.channel.EventLoop;
import io.netty.util.Timeout;
import io.netty.util.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Commands that go to Redis together, and whose answers are given together: once all are there, or when time is up. */
final class Questions {

    private final List<Question<?>> all;
    private final Executor asker;
    private final Consumer<Throwable> failed;
    private final AtomicInteger open;
    private final AtomicBoolean over = new AtomicBoolean();

    /**
     * Holds commands that have not been sent.
     *
     * @param asker where answers are given
     * @param failed hears of each failure, before whoever has asked does
     */
    Questions(List<Question<?>> all, Executor asker, Consumer<Throwable> failed) {
        this.all = all;
        this.asker = asker;
        this.failed = failed;
        this.open = new AtomicInteger(all.size());
    }

    /**
     * The commands, which {@code timer} gives no more than this time from now on.
     *
     * @param reader reads the answers. If it has been held up, they may be there already: it looks once more first
     */
    List<RedisCommand<String, String, ?>> begin(Timer timer, Duration timeout, EventLoop reader) {
        Timeout deadline = timer.newTimeout(
                _ -> reader.execute(() -> timeIsUpSoon(reader)), timeout.toMillis(), TimeUnit.MILLISECONDS);
        for (Question<?> question : all) {
            var _ = question.command().whenComplete((_, _) -> {
                if (open.decrementAndGet() == 0) {
                    deadline.cancel();
                    asker.execute(() -> end(null));
                }
            });
        }
        return all.stream()
                .<RedisCommand<String, String, ?>>map(Question::command)
                .toList();
    }

    /** What is scheduled comes after what is ready to be read, and what is only executed may come before it. */
    private void timeIsUpSoon(EventLoop reader) {
        var _ = reader.schedule(() -> asker.execute(this::timeIsUp), 1, TimeUnit.MILLISECONDS);
    }

    private void timeIsUp() {
        if (open.get() > 0) {
            end(new TimeoutException());
        }
    }

    /** Answers what there is an answer to; the rest has none. */
    void end(@Nullable Throwable reason) {
        if (over.compareAndSet(false, true)) {
            try {
                if (reason != null) {
                    failed.accept(reason);
                }
                all.forEach(question -> question.tellFailure(failed));
            } finally {
                all.forEach(Question::giveAnswer);
            }
        }
    }

    /**
     * A command and who waits for its answer.
     *
     * @param answer never fails; it is empty where there is no answer
     */
    record Question<T>(AsyncCommand<String, String, T> command, CompletableFuture<Optional<T>> answer) {

        /** There is nobody to ask. */
        void leave() {
            answer.complete(Optional.empty());
        }

        private void tellFailure(Consumer<Throwable> failed) {
            if (command.isCancelled()) {
                failed.accept(new CancellationException());
            } else if (command.isCompletedExceptionally()) {
                failed.accept(command.exceptionNow());
            }
        }

        private void giveAnswer() {
            boolean isAnswered = command.isDone() && !command.isCompletedExceptionally();
            answer.complete(isAnswered ? Optional.ofNullable(command.join()) : Optional.empty());
        }
    }
}
