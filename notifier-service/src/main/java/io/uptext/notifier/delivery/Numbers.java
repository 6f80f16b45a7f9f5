/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.notifier.delivery.book.Backlog;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Deliveries in numbers, by relying party. */
final class Numbers implements Tally {

    private static final String PARTY = "relying_party";
    private static final double MILLIS = 1000;

    private final MeterRegistry registry;
    private final MultiGauge waiting;
    private final MultiGauge oldest;

    Numbers(MeterRegistry registry) {
        this.registry = registry;
        this.waiting = MultiGauge.builder("uptext.webhook.waiting")
                .description("Deliveries that this instance has to make")
                .register(registry);
        this.oldest = MultiGauge.builder("uptext.webhook.oldest.undelivered")
                .description("How old the oldest of them is")
                .baseUnit("seconds")
                .register(registry);
    }

    @Override
    public void count(WebhookAttempted attempted) {
        registry.counter(
                        "uptext.webhook.attempts",
                        PARTY,
                        attempted.relyingParty().value(),
                        "result",
                        attempted.result().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    @Override
    public void count(WebhookKept kept) {
        registry.counter(
                        "uptext.webhook.kept",
                        PARTY,
                        kept.relyingParty().value(),
                        "reason",
                        kept.reason().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** Shows what there is now; a party that has nothing left shows nothing. */
    void show(Collection<Backlog> backlogs, Instant now) {
        Map<RelyingPartyId, Integer> deliveries = new HashMap<>();
        Map<RelyingPartyId, Instant> since = new HashMap<>();
        for (Backlog backlog : backlogs) {
            RelyingPartyId party = backlog.endpoint().relyingParty();
            deliveries.merge(party, backlog.deliveries(), Integer::sum);
            since.merge(party, backlog.oldest(), (one, other) -> one.isBefore(other) ? one : other);
        }
        waiting.register(
                deliveries.entrySet().stream()
                        .map(each -> MultiGauge.Row.of(tags(each.getKey()), each.getValue()))
                        .toList(),
                true);
        oldest.register(
                since.entrySet().stream()
                        .map(each -> MultiGauge.Row.of(
                                tags(each.getKey()),
                                Duration.between(each.getValue(), now).toMillis() / MILLIS))
                        .toList(),
                true);
    }

    private static Tags tags(RelyingPartyId party) {
        return Tags.of(PARTY, party.value());
    }
}
