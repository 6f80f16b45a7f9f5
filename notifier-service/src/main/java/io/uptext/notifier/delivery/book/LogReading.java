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
            case WebhookScheduled scheduled -> schedule(partition, offset, scheduled);
            case WebhookReplayRequested replay -> replay(partition, offset, replay, share.isCurrent ? now : Instant.MIN);
            case WebhookAttempted attempted -> attempted(share, attempted);
            case WebhookKept kept -> over(kept.deliveryId());
        }
    }

    private void schedule(int partition, long offset, WebhookScheduled scheduled) {
        DeliveryId id = scheduled.deliveryId();
        if (pages.find(id) == null && !pages.hasEnded(id)) {
            pages.add(scheduled, scheduled.notice(), partition, offset, scheduled.scheduledAt());
        }
    }

    private void replay(int partition, long offset, WebhookReplayRequested replay, Instant now) {
        @Nullable Delivery delivery = pages.find(replay.deliveryId());
        if (delivery == null) {
            pages.add(replay, replay.notice(), partition, offset, replay.requestedAt());
            return;
        }
        pages.renew(delivery, replay.requestedAt());
        switch (delivery.state) {
            case State.Waiting waiting -> pages.move(delivery, new State.Waiting(waiting.attempts(), now));
            case State.Attempting _ -> {
                // It is being done.
            }
            case State.Telling _ -> delivery.isWantedAgain = true;
        }
    }

    private void attempted(Share share, WebhookAttempted attempted) {
        if (!share.isCurrent) {
            boolean works = attempted.result() == DeliveryResult.DELIVERED;
            lanes.change(Endpoint.of(attempted), lane -> lane.health.wasSeen(works));
        }
        @Nullable Instant next = attempted.nextAttemptAt();
        if (next == null) {
            over(attempted.deliveryId());
            return;
        }
        @Nullable Delivery delivery = pages.find(attempted.deliveryId());
        if (delivery != null
                && delivery.state instanceof State.Waiting waiting
                && waiting.attempts() < attempted.attempt()) {
            pages.move(delivery, new State.Waiting(attempted.attempt(), next));
        }
    }

    /** Another owner has ended it; what we are at ourselves we end ourselves. */
    private void over(DeliveryId id) {
        @Nullable Delivery delivery = pages.find(id);
        if (delivery != null && delivery.isWaiting()) {
            pages.end(delivery);
        }
    }
}
