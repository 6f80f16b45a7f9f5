/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.log;

import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DeliveryFlaw;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.DeliveryResult;
import io.uptext.contracts.vocabulary.KeptReason;
import io.uptext.contracts.vocabulary.OutcomeId;
import io.uptext.contracts.vocabulary.WebhookId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery, as its relying party sees it.
 *
 * @param eventId the {@code webhook-id} of each request
 * @param type what is told
 * @param keptReason why it is kept; only then
 * @param nextAttemptAt when the next attempt is due; only where there will be one
 * @param attemptCount how many there were
 * @param attempts the last twenty of them, the oldest first; absent in lists
 */
record ShownDelivery(
        DeliveryId id,
        WebhookId webhook,
        OutcomeId eventId,
        String type,
        ChallengeId challengeId,
        DeliveryStatus status,
        @Nullable KeptReason keptReason,
        Instant scheduledAt,
        @Nullable Instant nextAttemptAt,
        int attemptCount,
        @Nullable List<ShownAttempt> attempts) {

    /** One attempt. */
    record ShownAttempt(
            int attempt,
            DeliveryResult result,
            @Nullable Integer httpStatus,
            @Nullable DeliveryFlaw flaw,
            Instant attemptedAt) {

        static ShownAttempt of(WebhookAttempted attempt) {
            return new ShownAttempt(
                    attempt.attempt(), attempt.result(), attempt.httpStatus(), attempt.flaw(), attempt.attemptedAt());
        }
    }

    static ShownDelivery inList(LoggedDelivery delivery) {
        return of(delivery, null);
    }

    static ShownDelivery whole(LoggedDelivery delivery) {
        return of(delivery, delivery.attempts().stream().map(ShownAttempt::of).toList());
    }

    private static ShownDelivery of(LoggedDelivery delivery, @Nullable List<ShownAttempt> attempts) {
        return new ShownDelivery(
                delivery.id(),
                delivery.webhook(),
                delivery.notice().id(),
                delivery.notice().type(),
                delivery.notice().challengeId(),
                delivery.status(),
                delivery.keptReason(),
                delivery.place().scheduledAt(),
                delivery.nextAttemptAt(),
                delivery.attemptCount(),
                attempts);
    }
}
