/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.view;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.InboundEvent;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.PoisonException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps a {@link ChallengeView} current: reads all partitions of challenges and outcomes from one window ago, outside
 * any consumer group, and starts over when Kafka fails. Reading something again changes nothing.
 */
public final class ChallengeViewReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChallengeViewReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    /** How long the start of a service waits for Kafka; a pod that never starts would hide why. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(15);

    private static final Duration SWEEP_EVERY = Duration.ofSeconds(30);

    private final KafkaClients clients;
    private final ChallengeView view;
    private final Clock clock;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    /** Reads into {@code view} from start to stop. */
    public ChallengeViewReader(KafkaClients clients, ChallengeView view, Clock clock) {
        this.clients = clients;
        this.view = view;
        this.clock = clock;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("challenge-view").daemon().start(this::run);
        try {
            if (!caughtUp.await(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("The view of challenges is not current yet; until it is, what needs it answers 503");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the web server's, so that the port opens when the view can be asked. */
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
        return thread != null;
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
                        "The view of challenges lost Kafka ({}); trying again",
                        e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("Stopping");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = Stream.of(Topic.CHALLENGES, Topic.AUTH_OUTCOMES)
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("the topics do not exist yet");
        }
        consumer.assign(partitions);
        seekToWindow(consumer, partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        Instant nextSweep = clock.instant().plus(SWEEP_EVERY);
        while (!isStopping()) {
            consumer.poll(POLL).forEach(this::apply);
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (ends.isEmpty()) {
                view.becomeCurrent();
                caughtUp.countDown();
            }
            if (clock.instant().isAfter(nextSweep)) {
                view.forgetBefore(clock.instant());
                nextSweep = clock.instant().plus(SWEEP_EVERY);
            }
        }
    }

    private void seekToWindow(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        long from = clock.instant().minus(ChallengeView.WINDOW).toEpochMilli();
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, from));
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            if (found == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, found.offset());
            }
        });
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        try {
            switch (EventRecords.read(record)) {
                case ChallengeCreated created -> view.apply(created, new CodeKey(EventRecords.key(record)));
                case Outcome outcome -> view.apply(outcome);
                case AuthAttemptRejected attempt -> view.apply(attempt);
                case ChallengeCancelled _, InboundEvent _ -> {
                    // Only the verifier says what comes of these.
                }
            }
        } catch (PoisonException | IllegalArgumentException e) {
            log.warn(
                    "The view of challenges passes over {} partition {} offset {}, which it cannot read",
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
    }
}
