/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;

/**
 * Asks something every second on a thread of its own and remembers the last answer, so that who asks for health never
 * waits for what is broken.
 */
final class Inquiry<T> implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Question<T> question;
    private final LongSupplier nanos;
    private final long began;
    private final ScheduledExecutorService thread;
    private volatile @Nullable Answer<T> latest;
    private volatile String failure = "";

    private Inquiry(String name, Question<T> question, LongSupplier nanos) {
        this.question = question;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Begins to ask. */
    static <T> Inquiry<T> start(String name, Question<T> question, LongSupplier nanos) {
        Inquiry<T> inquiry = new Inquiry<>(name, question, nanos);
        var _ = inquiry.thread.scheduleWithFixedDelay(inquiry::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return inquiry;
    }

    /** What is asked, in bounded time. */
    interface Question<T> extends AutoCloseable {

        /** Asks it once. Fails where no answer comes. */
        T ask() throws Exception;

        @Override
        void close();
    }

    private record Answer<T>(T content, long nanos) {}

    private void ask() {
        try {
            latest = new Answer<>(question.ask(), nanos.getAsLong());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            failure = nameOf(e.getCause() == null ? e : e.getCause());
        } catch (Exception e) {
            failure = nameOf(e);
        }
    }

    /** Without the message: some quote what they were given. */
    private static String nameOf(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    /** The last answer, unless it is too old to speak of now. */
    Optional<T> answer() {
        Answer<T> last = latest;
        return last == null || Silence.isTooLong(age(last.nanos())) ? Optional.empty() : Optional.of(last.content());
    }

    /** Up while answers come. */
    Health health() {
        if (answer().isPresent()) {
            return Health.up().build();
        }
        Answer<T> last = latest;
        Health.Builder down =
                Health.down().withDetail("silent", Silence.inWords(age(last == null ? began : last.nanos())));
        if (!failure.isEmpty()) {
            down.withDetail("failure", failure);
        }
        return down.build();
    }

    private Duration age(long since) {
        return Duration.ofNanos(nanos.getAsLong() - since);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        question.close();
    }
}
