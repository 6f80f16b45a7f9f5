/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.vocabulary.DeliveryFlaw;
import io.uptext.contracts.vocabulary.DeliveryResult;
import io.uptext.notifier.webhook.Attempt;
import io.uptext.notifier.webhook.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What follows from an attempt. */
final class Ruling {

    private static final int GONE = 410;
    private static final int FIRST_ERROR = 400;

    private Ruling() {}

    /**
     * Rules on an attempt. Another one follows a failure if it can begin while the event is useful, not before the endpoint
     * wants it; otherwise the event is kept.
     *
     * @param attempting which attempt of {@code delivery} it was
     * @param now when it ended
     */
    static WebhookAttempted of(
            Delivery delivery,
            State.Attempting attempting,
            Attempt attempt,
            Instant now,
            Backoff backoff,
            RandomGenerator random) {
        return switch (attempt) {
            case Attempt.Delivered(int status) ->
                said(delivery, attempting, DeliveryResult.DELIVERED, status, null, null);
            case Attempt.Gone() -> said(delivery, attempting, DeliveryResult.DISABLED, GONE, DeliveryFlaw.STATUS, null);
            case Attempt.Refused(int status, Duration retryAfter) -> {
                DeliveryFlaw flaw = status < FIRST_ERROR ? DeliveryFlaw.REDIRECTED : DeliveryFlaw.STATUS;
                yield failed(delivery, attempting, status, flaw, next(attempting, now, retryAfter, backoff, random));
            }
            case Attempt.Failed(Flaw flaw) ->
                failed(delivery, attempting, null, flaw(flaw), next(attempting, now, null, backoff, random));
        };
    }

    private static Instant next(
            State.Attempting attempting,
            Instant now,
            @Nullable Duration retryAfter,
            Backoff backoff,
            RandomGenerator random) {
        Duration pause = backoff.after(attempting.attempt(), random);
        Duration longer = retryAfter == null || retryAfter.compareTo(pause) < 0 ? pause : retryAfter;
        return now.plus(longer).truncatedTo(ChronoUnit.MILLIS);
    }

    private static WebhookAttempted failed(
            Delivery delivery, State.Attempting attempting, @Nullable Integer status, DeliveryFlaw flaw, Instant next) {
        return next.isAfter(delivery.usefulUntil)
                ? said(delivery, attempting, DeliveryResult.KEPT, status, flaw, null)
                : said(delivery, attempting, DeliveryResult.RETRYING, status, flaw, next);
    }

    private static WebhookAttempted said(
            Delivery delivery,
            State.Attempting attempting,
            DeliveryResult result,
            @Nullable Integer status,
            @Nullable DeliveryFlaw flaw,
            @Nullable Instant next) {
        return new WebhookAttempted(
                delivery.id,
                delivery.notice.challengeId(),
                delivery.endpoint.relyingParty(),
                delivery.endpoint.webhook(),
                attempting.attempt(),
                result,
                status,
                flaw,
                next,
                attempting.since());
    }

    private static DeliveryFlaw flaw(Flaw flaw) {
        return switch (flaw) {
            case FORBIDDEN_ADDRESS -> DeliveryFlaw.FORBIDDEN_ADDRESS;
            case NO_ADDRESS -> DeliveryFlaw.NO_ADDRESS;
            case CONNECT -> DeliveryFlaw.CONNECT;
            case TLS -> DeliveryFlaw.TLS;
            case TIMEOUT -> DeliveryFlaw.TIMEOUT;
            case CLOSED -> DeliveryFlaw.CLOSED;
            case MALFORMED_ANSWER -> DeliveryFlaw.MALFORMED_ANSWER;
            case NO_SECRET, BUSY ->
                throw new IllegalArgumentException("nothing was sent, so there is nothing to rule on");
        };
    }
}
