/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.view;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.ChallengeCancelled;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.CodeMissed;
import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.EndpointEvent;
import io.uptext.contracts.event.InboundEvent;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.RedemptionEvent;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.platform.kafka.TopicReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads challenges and outcomes into a {@link ChallengeView}. This is the one reader of outcomes: whoever asks how a
 * challenge ended asks the view, and so all agree on the first outcome.
 */
public final class ChallengeViewReader implements TopicReader.View {

    private final ChallengeView view;
    private final Duration gathering;

    private ChallengeViewReader(ChallengeView view, Duration gathering) {
        this.view = view;
        this.gathering = gathering;
    }

    /** Keeps {@code view} current from start to stop, as fast as it can. */
    public static TopicReader of(KafkaClients clients, ChallengeView view, Clock clock) {
        return of(clients, view, clock, Duration.ZERO);
    }

    /** As above, and lets what happens gather for so long. */
    public static TopicReader of(KafkaClients clients, ChallengeView view, Clock clock, Duration gathering) {
        return new TopicReader(
                clients,
                List.of(Topic.CHALLENGES, Topic.AUTH_OUTCOMES, Topic.REDEMPTIONS),
                ChallengeView.WINDOW,
                new ChallengeViewReader(view, gathering),
                clock);
    }

    @Override
    public String name() {
        return "challenges";
    }

    @Override
    public Duration gathering() {
        return gathering;
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        switch (EventRecords.read(record)) {
            case ChallengeCreated created -> view.apply(created, new CodeKey(EventRecords.key(record)));
            case Outcome outcome -> view.apply(outcome);
            case AuthAttemptRejected attempt -> view.apply(attempt);
            case RedemptionEvent redemption -> view.apply(redemption);
            case ChallengeCancelled _, InboundEvent _, CodeMissed _, DeliveryEvent _, EndpointEvent _ -> {
                // Only the verifier says what comes of the former, and what was told of an outcome does not change it.
            }
        }
    }

    @Override
    public void becomeCurrent() {
        view.becomeCurrent();
    }

    @Override
    public void forgetBefore(Instant now) {
        view.forgetBefore(now);
    }
}
