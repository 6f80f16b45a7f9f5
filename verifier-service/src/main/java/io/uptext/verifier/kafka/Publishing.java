/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.contracts.event.CodeMissed;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.verifier.join.Evidence;
import io.uptext.verifier.join.Miss;
import io.uptext.verifier.miss.Misses;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells Kafka what the join says, and waits until it has it. */
public final class Publishing {

    private final EventPublisher publisher;
    private final Pepper pepper;
    private final Misses misses;

    /** Publishes by {@code publisher}; misses count here at once. */
    public Publishing(EventPublisher publisher, Pepper pepper, Misses misses) {
        this.publisher = publisher;
        this.pepper = pepper;
        this.misses = misses;
    }

    /** Sends what the join says and is new; {@link #await} waits for it. */
    List<CompletableFuture<Void>> send(List<OutcomeEvent> verdict, List<Miss> missed, Predicate<OutcomeEvent> isNew) {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (OutcomeEvent event : verdict) {
            if (isNew.test(event)) {
                sent.add(publisher.publish(event, event.challengeId().value()));
            }
        }
        for (Miss miss : missed) {
            CodeMissed event = missed(miss);
            if (!misses.isInLog(event)) {
                sent.add(publisher.publish(event, event.sender().value()));
                misses.add(event);
            }
        }
        return sent;
    }

    CompletableFuture<Void> deadLetter(ConsumerRecord<byte[], byte[]> record, PoisonException poison) {
        return publisher.deadLetter(record, poison);
    }

    /** Fails if one of them failed, so that the poll comes again. */
    static void await(List<CompletableFuture<Void>> sent) {
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }

    private CodeMissed missed(Miss miss) {
        Evidence evidence = miss.evidence();
        return new CodeMissed(
                evidence.messageId(),
                pepper.senderKey(evidence.sender()),
                evidence.connector(),
                evidence.routeTrust(),
                evidence.destination(),
                miss.reason(),
                evidence.receivedAt());
    }
}
