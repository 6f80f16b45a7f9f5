/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.log;

import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.DeliveryResult;
import io.uptext.contracts.vocabulary.KeptReason;
import io.uptext.contracts.vocabulary.WebhookId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the log has it.
 *
 * @param place where it stands among others
 * @param notice what is delivered
 * @param keptReason why it is kept, if it is
 * @param attempts the last of them, at most {@value #MOST_ATTEMPTS}
 * @param attemptCount how many there were
 */
record LoggedDelivery(
        Place place,
        WebhookId webhook,
        OutcomeNotice notice,
        DeliveryStatus status,
        @Nullable KeptReason keptReason,
        @Nullable Instant nextAttemptAt,
        List<WebhookAttempted> attempts,
        int attemptCount) {

    private static final int MOST_ATTEMPTS = 20;

    LoggedDelivery {
        attempts = List.copyOf(attempts);
    }

    /** Where a delivery stands: the newest first. */
    record Place(Instant scheduledAt, DeliveryId id) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byTime = other.scheduledAt.compareTo(scheduledAt);
            return byTime != 0 ? byTime : id.value().compareTo(other.id.value());
        }
    }

    static LoggedDelivery scheduled(DeliveryId id, WebhookId webhook, OutcomeNotice notice, Instant at) {
        return new LoggedDelivery(new Place(at, id), webhook, notice, DeliveryStatus.WAITING, null, at, List.of(), 0);
    }

    DeliveryId id() {
        return place.id();
    }

    boolean isWaiting() {
        return status == DeliveryStatus.WAITING;
    }

    LoggedDelivery attempted(WebhookAttempted attempt) {
        List<WebhookAttempted> all = new ArrayList<>(attempts);
        if (all.size() == MOST_ATTEMPTS) {
            all.removeFirst();
        }
        all.add(attempt);
        @Nullable
        KeptReason reason = switch (attempt.result()) {
            case KEPT -> KeptReason.NO_LONGER_USEFUL;
            case DISABLED -> KeptReason.WEBHOOK_DISABLED;
            case DELIVERED, RETRYING -> null;
        };
        return new LoggedDelivery(
                place,
                webhook,
                notice,
                status(attempt.result()),
                reason,
                attempt.nextAttemptAt(),
                all,
                attemptCount + 1);
    }

    private static DeliveryStatus status(DeliveryResult result) {
        return switch (result) {
            case DELIVERED -> DeliveryStatus.DELIVERED;
            case RETRYING -> DeliveryStatus.WAITING;
            case KEPT, DISABLED -> DeliveryStatus.KEPT;
        };
    }

    LoggedDelivery kept(WebhookKept kept) {
        return new LoggedDelivery(
                place, webhook, notice, DeliveryStatus.KEPT, kept.reason(), null, attempts, attemptCount);
    }

    LoggedDelivery replayed(Instant requestedAt) {
        return new LoggedDelivery(
                place, webhook, notice, DeliveryStatus.WAITING, null, requestedAt, attempts, attemptCount);
    }
}
