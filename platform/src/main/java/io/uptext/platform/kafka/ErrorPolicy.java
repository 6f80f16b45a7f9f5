/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What every listener container of ours does when something fails: it goes back to where the batch began, waits a moment and
 * reads again, without end. What fails is Redis, Kafka or a program that must be repaired, and never the record: listeners
 * give records that nobody can read to {@link EventPublisher#deadLetter} themselves. So nothing is skipped, and the order of
 * a partition stays.
 *
 * <p>Spring's {@code DefaultErrorHandler} is no base for it. Even with attempts without end it skips a batch at, for example,
 * a {@link ClassCastException}; it retries from memory what another member may have been assigned meanwhile; it says
 * nothing when an outage begins, and a stack trace when it is stopped in one.
 *
 * <p>An {@link Error}, even one behind an exception, ends the container: its memory may be in disorder.
 */
public final class ErrorPolicy implements CommonErrorHandler {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 10;

    private static final Executor AFTER_QUIET =
            CompletableFuture.delayedExecutor(Outage.QUIET.toMillis(), TimeUnit.MILLISECONDS);

    private final Outage outage;
    private final RandomGenerator random;
    private volatile @Nullable MessageListenerContainer container;

    ErrorPolicy(Outage outage, RandomGenerator random) {
        this.outage = outage;
        this.random = random;
    }

    /**
     * A policy for one container.
     *
     * @param name of the container, for the log
     */
    public static ErrorPolicy of(String name) {
        return new ErrorPolicy(new Outage(name, System::nanoTime), new Random());
    }

    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        endIfError(failure);
        records.partitions()
                .forEach(partition -> rewind(
                        consumer,
                        partition,
                        records.records(partition).getFirst().offset()));
        var _ = pause(failure, container);
    }

    @Override
    public void handleRemaining(
            Exception failure,
            List<ConsumerRecord<?, ?>> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        endIfError(failure);
        Map<TopicPartition, Long> first = new LinkedHashMap<>();
        records.forEach(each -> first.putIfAbsent(new TopicPartition(each.topic(), each.partition()), each.offset()));
        first.forEach((partition, offset) -> rewind(consumer, partition, offset));
        overUnlessAgain(pause(failure, container));
    }

    /** Something beside the listener: a poll, a commit, an event of the container. */
    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        endIfError(failure);
        overUnlessAgain(pause(failure, container));
    }

    /** The listener did what it had failed at; or the consumer's thread ends. */
    @Override
    public void clearThreadState() {
        outage.over(Thread.currentThread(), isRunning());
    }

    /** The container asks {@link #handleBatch} and {@link #handleRemaining}, and polls after them. */
    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    /** What has failed is never committed. */
    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    private static void endIfError(Exception failure) {
        Description.error(failure).ifPresent(error -> {
            throw error;
        });
    }

    /**
     * Unless the partition is somebody else's by now, who begins at what is committed; and never forward, for a listener may
     * have gone further back itself.
     */
    private static void rewind(Consumer<?, ?> consumer, TopicPartition partition, long offset) {
        if (consumer.assignment().contains(partition) && consumer.position(partition) > offset) {
            consumer.seek(partition, offset);
        }
    }

    private Outage.Failure pause(Exception failure, MessageListenerContainer failed) {
        container = failed;
        Outage.Failure latest = outage.failed(failure);
        try {
            ListenerUtils.stoppableSleep(failed, pause(latest.attempts()).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return latest;
    }

    /** Twice as long each time, and anything down to half of that, so that instances do not all come back in one moment. */
    private Duration pause(int attempts) {
        long longest =
                Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempts - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(random.nextLong(longest / 2, longest + 1));
    }

    /** Nobody says when these work again; having been quiet for a while says it. */
    private void overUnlessAgain(Outage.Failure latest) {
        Thread thread = Thread.currentThread();
        AFTER_QUIET.execute(() -> outage.overUnlessAgain(thread, latest, isRunning()));
    }

    private boolean isRunning() {
        MessageListenerContainer known = container;
        return known == null || known.isRunning();
    }
}
