/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import io.uptext.contracts.event.Event;
import io.uptext.platform.kafka.EventPublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does things later, and writes events until Kafka has them, as providers and relying parties try again. */
final class Post {

    private static final Duration AGAIN_AFTER = Duration.ofMillis(250);

    private final EventPublisher publisher;
    private final ScheduledExecutorService threads;
    private final Executor mayBlock;
    private final Clock clock;
    private final Open open = new Open();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable RuntimeException broken;

    /**
     * Writes with a publisher.
     *
     * @param threads that keep time, and are never blocked
     * @param mayBlock for what waits while Kafka is away
     */
    Post(EventPublisher publisher, ScheduledExecutorService threads, Executor mayBlock, Clock clock) {
        this.publisher = publisher;
        this.threads = threads;
        this.mayBlock = mayBlock;
        this.clock = clock;
    }

    /** Writes the event, the same one again where Kafka does not say yes. */
    void write(Event event, String key, Consumer<Instant> durable) {
        write(event, key, durable, () -> write(event, key, durable));
    }

    /** Writes the event, and does {@code otherwise} a little after Kafka did not say yes. */
    void write(Event event, String key, Consumer<Instant> durable, Runnable otherwise) {
        open.begin();
        var _ = publisher.publish(event, key, mayBlock).whenComplete((_, failure) -> {
            if (failure == null) {
                durable.accept(clock.instant());
            } else {
                failures.incrementAndGet();
                later(AGAIN_AFTER, otherwise);
            }
            open.end();
        });
    }

    void later(Duration delay, Runnable step) {
        open.begin();
        var _ = threads.schedule(
                () -> {
                    attempt(step);
                    open.end();
                },
                delay.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** Does a step; one that throws is a fault of ours, which whoever waits for all hears of. */
    void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            broken = e;
        }
    }

    /** How often Kafka did not say yes. */
    int failures() {
        return failures.get();
    }

    boolean awaitAll(Duration limit) throws InterruptedException {
        boolean all = open.awaitNone(limit);
        if (broken != null) {
            throw new IllegalStateException("the load failed", broken);
        }
        return all;
    }
}
