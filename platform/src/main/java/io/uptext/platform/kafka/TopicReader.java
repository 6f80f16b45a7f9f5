/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import io.uptext.contracts.topic.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps a view of some topics current: reads all their partitions from one window ago, outside any consumer group, and
 * starts over when Kafka fails. To read something again must change nothing.
 */
public final class TopicReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    /** How long the start of a service waits for Kafka; a pod that never starts would hide why. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(15);

    private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);

    private final KafkaClients clients;
    private final List<Topic> topics;
    private final Duration window;
    private final View view;
    private final Clock clock;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    /**
     * Reads from start to stop.
     *
     * @param window how far back it begins
     */
    public TopicReader(KafkaClients clients, List<Topic> topics, Duration window, View view, Clock clock) {
        this.clients = clients;
        this.topics = List.copyOf(topics);
        this.window = window;
        this.view = view;
        this.clock = clock;
    }

    /** What is made of the records; called by one thread. */
    public interface View {

        /** What it is a view of, for the log. */
        String name();

        /** How long it waits for more when something has come: many records together cost everybody less than each alone. */
        default Duration gathering() {
            return Duration.ZERO;
        }

        /**
         * Takes a record in.
         *
         * @throws PoisonException if it cannot be read; it is passed over
         */
        void apply(ConsumerRecord<byte[], byte[]> record) throws PoisonException;

        /** All has been read that was there at the start. */
        void becomeCurrent();

        /** May drop what is too old; called now and then. */
        void forgetBefore(Instant now);
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name(view.name()).daemon().start(this::run);
        try {
            if (!caughtUp.await(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("The view of {} is not current yet; until it is, what needs it has to wait", view.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the web server's and that of listeners, so that they find the view current. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        stopping.countDown();
        @Nullable Thread reader = thread;
        if (reader != null) {
            try {
                reader.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        @Nullable Thread reader = thread;
        return reader != null && reader.isAlive();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void run() {
        while (!isStopping()) {
            try (Consumer<byte[], byte[]> consumer = clients.ungroupedConsumer()) {
                read(consumer);
            } catch (InterruptException | WakeupException e) {
                return;
            } catch (KafkaException | IllegalStateException e) {
                log.warn(
                        "The view of {} lost Kafka ({}); trying again",
                        view.name(),
                        e.getClass().getSimpleName());
                pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private void pause(Duration time) {
        try {
            if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("Stopping");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = TimeTravel.partitions(consumer, topics);
        consumer.assign(partitions);
        TimeTravel.offsets(consumer, partitions, clock.instant().minus(window)).forEach(consumer::seek);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        Instant nextSweep = clock.instant().plus(SWEEP_EVERY);
        while (!isStopping()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            records.forEach(this::apply);
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (ends.isEmpty()) {
                view.becomeCurrent();
                caughtUp.countDown();
                if (!records.isEmpty() && view.gathering().isPositive()) {
                    pause(view.gathering());
                }
            }
            if (clock.instant().isAfter(nextSweep)) {
                view.forgetBefore(clock.instant());
                nextSweep = clock.instant().plus(SWEEP_EVERY);
            }
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        try {
            view.apply(record);
        } catch (PoisonException | IllegalArgumentException e) {
            log.warn(
                    "The view of {} passes over {} partition {} offset {}, which it cannot read",
                    view.name(),
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
    }
}
