/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.webhooks;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.event.WebhookReplayRequested;
import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.vocabulary.DeliveryId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a selection of deliveries has become, from the events of the log in their order. */
final class DeliveriesSeen {

    private final Selection selection;
    private final Map<DeliveryId, Seen> byId = new HashMap<>();

    DeliveriesSeen(Selection selection) {
        this.selection = selection;
    }

    void take(Event event) {
        if (!(event instanceof DeliveryEvent delivery) || !selection.hasTarget(delivery)) {
            return;
        }
        switch (delivery) {
            case WebhookScheduled scheduled ->
                byId.putIfAbsent(
                        scheduled.deliveryId(),
                        new Seen(
                                scheduled.deliveryId(),
                                scheduled.webhook(),
                                scheduled.notice(),
                                scheduled.scheduledAt()));
            case WebhookReplayRequested replay ->
                byId.compute(
                        replay.deliveryId(),
                        (id, seen) -> seen == null
                                ? new Seen(id, replay.webhook(), replay.notice(), replay.requestedAt())
                                : seen.again());
            case WebhookAttempted attempted -> change(delivery, seen -> attempted(seen, attempted));
            case WebhookKept kept -> change(delivery, seen -> seen.kept(word(kept.reason())));
        }
    }

    private void change(DeliveryEvent event, UnaryOperator<Seen> change) {
        byId.computeIfPresent(event.deliveryId(), (_, seen) -> change.apply(seen));
    }

    private static Seen attempted(Seen seen, WebhookAttempted attempted) {
        Seen.Status status = switch (attempted.result()) {
            case DELIVERED -> Seen.Status.DELIVERED;
            case RETRYING -> Seen.Status.WAITING;
            case KEPT, DISABLED -> Seen.Status.KEPT;
        };
        @Nullable Integer code = attempted.httpStatus();
        @Nullable Enum<?> flaw = attempted.flaw();
        return seen.attempted(status, code != null ? "status " + code : flaw != null ? word(flaw) : "");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Those of the selection, the newest first. */
    List<Seen> selected() {
        return byId.values().stream()
                .filter(selection::has)
                .sorted(Comparator.comparing(Seen::since)
                        .reversed()
                        .thenComparing(each -> each.id().value()))
                .limit(selection.limit())
                .toList();
    }

    /** How many stand how, by webhook. */
    Map<String, Map<Seen.Status, Long>> counts() {
        Map<String, Map<Seen.Status, Long>> counts = new TreeMap<>();
        byId.values()
                .forEach(each -> counts.computeIfAbsent(each.target(), _ -> new TreeMap<>())
                        .merge(each.status(), 1L, Long::sum));
        return counts;
    }
}
