/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.contracts.event.EndpointEvent;
import io.uptext.contracts.event.WebhookEndpointDisabled;
import io.uptext.contracts.event.WebhookEndpointEnabled;
import io.uptext.contracts.vocabulary.KeptReason;
import io.uptext.contracts.vocabulary.TargetHash;
import io.uptext.notifier.delivery.book.Endpoint;
import io.uptext.notifier.delivery.book.Standing;
import io.uptext.notifier.webhook.Sender;
import io.uptext.notifier.webhook.Target;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.platform.kafka.TopicReader;
import io.uptext.registry.RelyingParties;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the registry, the secrets and the log of endpoints say of webhooks, together. A webhook that was disabled and has
 * another URL since is another one, and so enabled.
 */
final class EndpointBook implements Endpoints, TopicReader.View {

    private final Supplier<RelyingParties> parties;
    private final Sender sender;
    private final Map<Endpoint, EndpointEvent> last = new ConcurrentHashMap<>();
    private volatile boolean isCurrent;
    private volatile Consumer<Endpoint> whenEnabled = _ -> {};

    EndpointBook(Supplier<RelyingParties> parties, Sender sender) {
        this.parties = parties;
        this.sender = sender;
    }

    /** Calls {@code listener}, on a thread of ours, whenever somebody enables an endpoint. */
    void whenEnabled(Consumer<Endpoint> listener) {
        whenEnabled = listener;
    }

    @Override
    public Standing standing(Endpoint endpoint) {
        Optional<Target> target = target(endpoint);
        if (target.isEmpty()) {
            return new Standing.Over(KeptReason.WEBHOOK_REMOVED);
        }
        if (!isCurrent) {
            return new Standing.NotYet();
        }
        if (disabledAt(endpoint).isPresent()) {
            return new Standing.Over(KeptReason.WEBHOOK_DISABLED);
        }
        return sender.canSign(target.get()) ? new Standing.Ready() : new Standing.NotYet();
    }

    /** Since when it is disabled, if it is. */
    Optional<Instant> disabledAt(Endpoint endpoint) {
        return last.get(endpoint) instanceof WebhookEndpointDisabled disabled
                        && target(endpoint)
                                .filter(target -> hash(endpoint, target).equals(disabled.target()))
                                .isPresent()
                ? Optional.of(disabled.disabledAt())
                : Optional.empty();
    }

    private static TargetHash hash(Endpoint endpoint, Target target) {
        return TargetHash.of(
                endpoint.relyingParty(), endpoint.webhook(), target.webhook().url());
    }

    @Override
    public Optional<Target> target(Endpoint endpoint) {
        return parties.get()
                .find(endpoint.relyingParty())
                .flatMap(party -> party.webhooks().stream()
                        .filter(webhook ->
                                webhook.id().equals(endpoint.webhook().value()))
                        .findFirst())
                .map(webhook -> new Target(endpoint.relyingParty(), webhook));
    }

    boolean hasSecret(Target target) {
        return sender.canSign(target);
    }

    @Override
    public void learn(EndpointEvent event) {
        Endpoint endpoint = Endpoint.of(event);
        last.put(endpoint, event);
        if (event instanceof WebhookEndpointEnabled) {
            whenEnabled.accept(endpoint);
        }
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        if (EventRecords.read(record) instanceof EndpointEvent event
                && event.key().equals(EventRecords.key(record))) {
            learn(event);
        } else {
            throw new PoisonException("this event does not belong here");
        }
    }

    @Override
    public void becomeCurrent() {
        isCurrent = true;
    }

    @Override
    public void forgetBefore(Instant now) {
        // The topic is compacted, and so is this.
    }
}
