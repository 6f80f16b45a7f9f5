/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.topic.Topic;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;

/**
 * Ends challenges whose time is over, partition by partition, and only where every message that was received in time has
 * been read: a verifier that lags expires nothing.
 */
public final class Deadlines {

    private static final int MOST_AT_ONCE = 1000;

    private final JoinStore store;
    private final EventPublisher outcomes;
    private final Clock clock;
    private final Duration grace;

    /**
     * Ends challenges in {@code store} and says so to {@code outcomes}.
     *
     * @param grace how long a received message may be on its way to Kafka
     */
    public Deadlines(JoinStore store, EventPublisher outcomes, Clock clock, Duration grace) {
        this.store = store;
        this.outcomes = outcomes;
        this.clock = clock;
        this.grace = grace;
    }

    /** Called on the consumer's thread when nothing has come for a while. */
    @EventListener
    void onIdle(ListenerContainerIdleEvent idle) {
        sweep(idle.getConsumer());
    }

    void sweep(Consumer<?, ?> consumer) {
        Instant watermark = clock.instant().minus(grace);
        for (TopicPartition partition : consumer.assignment()) {
            if (partition.topic().equals(Topic.INBOUND_SMS.topicName()) && isReadToTheEnd(consumer, partition)) {
                sweep(partition.partition(), watermark);
            }
        }
    }

    private static boolean isReadToTheEnd(Consumer<?, ?> consumer, TopicPartition partition) {
        OptionalLong lag = consumer.currentLag(partition);
        return lag.isPresent() && lag.getAsLong() == 0;
    }

    private void sweep(int partition, Instant watermark) {
        List<JoinKey> due = store.due(partition, watermark, MOST_AT_ONCE);
        if (due.isEmpty()) {
            return;
        }
        Map<JoinKey, List<Arrival>> arrivals = new LinkedHashMap<>();
        due.forEach(slot -> arrivals.put(slot, List.of(new Arrival.DeadlinePassed(watermark))));
        List<OutcomeEvent> verdict = store.apply(arrivals);
        Publishing.all(outcomes, verdict);
        store.settle(partition, due);
    }
}
