/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.EndpointEvent;
import io.uptext.platform.kafka.EventPublisher;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Kafka, whose client may block while it looks for its brokers. */
record KafkaOutbox(EventPublisher publisher, Executor mayBlock) implements Outbox {

    @Override
    public CompletionStage<Void> publish(DeliveryEvent event) {
        return publisher.publish(event, event.challengeId().value(), mayBlock);
    }

    @Override
    public CompletionStage<Void> publish(EndpointEvent event) {
        return publisher.publish(event, event.key(), mayBlock);
    }
}
