/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.recent;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.topic.Topic;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.platform.kafka.TopicReader;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads challenges and outcomes into {@link RecentChallenges}. */
public final class RecentChallengesReader implements TopicReader.View {

    private final RecentChallenges challenges;
    private final Map<Integer, Long> told = new HashMap<>();

    RecentChallengesReader(RecentChallenges challenges) {
        this.challenges = challenges;
    }

    /** Keeps {@code challenges} current from start to stop. */
    public static TopicReader of(KafkaClients clients, RecentChallenges challenges, Clock clock) {
        return new TopicReader(
                clients,
                List.of(Topic.CHALLENGES, Topic.AUTH_OUTCOMES),
                RecentChallenges.WINDOW,
                new RecentChallengesReader(challenges),
                clock);
    }

    @Override
    public String name() {
        return "challenges";
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        Event event = EventRecords.read(record);
        if (event instanceof ChallengeCreated created) {
            challenges.apply(created);
        } else if (event instanceof Outcome outcome) {
            challenges.apply(outcome, record.timestamp());
        } else if (event instanceof AuthAttemptRejected attempt) {
            tell(attempt, record);
        }
    }

    /** Once, also where the reading starts over: a page would say again that a text was wrong. Nothing else is told twice. */
    private void tell(AuthAttemptRejected attempt, ConsumerRecord<byte[], byte[]> record) {
        @Nullable Long last = told.get(record.partition());
        if (last == null || record.offset() > last) {
            told.put(record.partition(), record.offset());
            challenges.apply(attempt);
        }
    }

    @Override
    public void becomeCurrent() {
        challenges.becomeCurrent();
    }

    @Override
    public void forgetBefore(Instant now) {
        challenges.forgetBefore(now);
    }
}
