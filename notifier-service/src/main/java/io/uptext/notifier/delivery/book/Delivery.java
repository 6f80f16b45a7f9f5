/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.vocabulary.DeliveryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One outcome on its way to one endpoint. */
final class Delivery {

    final DeliveryId id;
    final Endpoint endpoint;
    final OutcomeNotice notice;
    final int partition;
    /** Of the record that made it: whoever takes over has to read from there. */
    final long offset;

    final Instant scheduledAt;
    Instant usefulUntil;
    State state;
    /** Somebody has asked for it again while what came of it was on its way to the log. */
    boolean isWantedAgain;

    /** What came of it when it was wanted again, which the log still brings back. */
    @Nullable
    DeliveryEvent outdated;

    Delivery(
            DeliveryId id,
            Endpoint endpoint,
            OutcomeNotice notice,
            int partition,
            long offset,
            Instant scheduledAt,
            Instant usefulUntil) {
        this.id = id;
        this.endpoint = endpoint;
        this.notice = notice;
        this.partition = partition;
        this.offset = offset;
        this.scheduledAt = scheduledAt;
        this.usefulUntil = usefulUntil;
        this.state = new State.Waiting(0, scheduledAt);
    }

    boolean isWaiting() {
        return state instanceof State.Waiting;
    }

    Instant dueAt() {
        return state instanceof State.Waiting waiting ? waiting.dueAt() : Instant.MAX;
    }
}
