/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.vocabulary.WebhookId;
import io.uptext.platform.kafka.EventPublisher;
import io.uptext.registry.RelyingParties;
import io.uptext.registry.RelyingParty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Tells relying parties of decisions: what the registry says at that moment is whom. Who is not in it any more is told
 * nothing, whatever topic there still is.
 */
final class Telling {

    private final EventPublisher publisher;
    private final Supplier<RelyingParties> registry;
    private final OwnTopics ownTopics;

    Telling(EventPublisher publisher, Supplier<RelyingParties> registry, OwnTopics ownTopics) {
        this.publisher = publisher;
        this.registry = registry;
        this.ownTopics = ownTopics;
    }

    /**
     * Tells them, and waits until Kafka has it.
     *
     * @param sent what is on its way already and is waited for, too
     * @throws RuntimeException if Kafka does not take all of it, in which case it is to be told again
     */
    void tell(List<Decided> decided, List<CompletableFuture<Void>> sent) {
        RelyingParties parties = registry.get();
        List<Decided> own = new ArrayList<>();
        for (Decided each : decided) {
            Optional<RelyingParty> party = parties.find(each.notice().relyingParty());
            party.ifPresent(known -> sent.addAll(schedule(each, known)));
            if (party.filter(RelyingParty::topic).isPresent()) {
                own.add(each);
            }
        }
        ownTopics.tell(own);
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }

    private List<CompletableFuture<Void>> schedule(Decided decided, RelyingParty party) {
        String key = decided.notice().challengeId().value();
        return party.webhooks().stream()
                .map(webhook -> WebhookScheduled.of(decided.notice(), new WebhookId(webhook.id()), decided.writtenAt()))
                .map(scheduled -> unlessRefused(publisher.publish(scheduled, key)))
                .toList();
    }

    /** What is refused at once was refused after the producer's whole patience; each further one would take as long. */
    private static CompletableFuture<Void> unlessRefused(CompletableFuture<Void> publication) {
        if (publication.isCompletedExceptionally()) {
            var _ = publication.join();
        }
        return publication;
    }
}
