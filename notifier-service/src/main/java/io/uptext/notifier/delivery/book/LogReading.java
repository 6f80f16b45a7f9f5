/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.event.WebhookReplayRequested;
import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.DeliveryResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a record of the log does to the book. What we have written comes back, and changes nothing. */
final class LogReading {

    private final Pages pages;
    private final Lanes lanes;

    LogReading(Pages pages, Lanes lanes) {
        this.pages = pages;
        this.lanes = lanes;
    }

    void apply(int partition, long offset, DeliveryEvent event, Instant now) {
        @Nullable Share share = pages.share(partition).orElse(null);
        if (share == null || share.isClosed || !share.reads(offset)) {
            return;
        }
        switch (event) {
            case WebhookScheduled scheduled -> schedule(partition, offset, scheduled, now);
            case WebhookReplayRequested replay -> replay(partition, offset, replay, now, share.isCurrent);
            case WebhookAttempted attempted -> attempted(share, attempted);
            case WebhookKept kept -> over(kept);
        }
    }

    private void schedule(int partition, long offset, WebhookScheduled scheduled, Instant now) {
        DeliveryId id = scheduled.deliveryId();
        if (pages.find(id) == null && !pages.hasEnded(id)) {
            pages.add(scheduled, scheduled.notice(), partition, offset, earlier(scheduled.scheduledAt(), now));
        }
    }

    private void replay(int partition, long offset, WebhookReplayRequested replay, Instant now, boolean isCurrent) {
        Instant requestedAt = earlier(replay.requestedAt(), now);
        @Nullable Delivery delivery = pages.find(replay.deliveryId());
        if (delivery == null) {
            pages.add(replay, replay.notice(), partition, offset, requestedAt);
            return;
        }
        pages.renew(delivery, requestedAt);
        switch (delivery.state) {
            case State.Waiting waiting ->
                pages.move(delivery, new State.Waiting(waiting.attempts(), isCurrent ? now : Instant.MIN));
            case State.Attempting _ -> {
                // It is being done.
            }
            case State.Telling _ -> delivery.isWantedAgain = true;
        }
    }

    /** Whose clock is ahead must not have others wait for it. */
    private static Instant earlier(Instant said, Instant now) {
        return said.isAfter(now) ? now : said;
    }

    private void attempted(Share share, WebhookAttempted attempted) {
        if (!share.isCurrent) {
            boolean works = attempted.result() == DeliveryResult.DELIVERED;
            lanes.change(Endpoint.of(attempted), lane -> lane.health.wasSeen(works));
        }
        @Nullable Instant next = attempted.nextAttemptAt();
        if (next == null) {
            over(attempted);
            return;
        }
        @Nullable Delivery delivery = pages.find(attempted.deliveryId());
        if (delivery != null
                && !attempted.equals(delivery.outdated)
                && delivery.state instanceof State.Waiting waiting
                && waiting.attempts() < attempted.attempt()) {
            pages.move(delivery, new State.Waiting(attempted.attempt(), next));
        }
    }

    /** Another owner has ended it; what we are at ourselves we end ourselves. */
    private void over(DeliveryEvent event) {
        @Nullable Delivery delivery = pages.find(event.deliveryId());
        if (delivery != null && delivery.isWaiting() && !event.equals(delivery.outdated)) {
            pages.end(delivery);
        }
    }
}
