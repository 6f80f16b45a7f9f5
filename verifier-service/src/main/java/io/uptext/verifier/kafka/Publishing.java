/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.platform.kafka.EventPublisher;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Publishes all and waits for all. */
final class Publishing {

    private Publishing() {}

    static void all(EventPublisher outcomes, List<OutcomeEvent> events) {
        join(events.stream()
                .map(event -> outcomes.publish(event, event.challengeId().value()))
                .toList());
    }

    /** Fails if one of them fails, so that the batch comes again. */
    static void join(List<CompletableFuture<Void>> sent) {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }
}
