/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.vocabulary.DeliveryId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in the book, by delivery, by partition and by endpoint; the three always agree. */
final class Pages {

    private final Duration useful;
    private final Lanes lanes;
    private final Map<Integer, Share> shares = new HashMap<>();
    private final Map<DeliveryId, Delivery> open = new HashMap<>();
    private final Ended ended = new Ended();

    Pages(Duration useful, Lanes lanes) {
        this.useful = useful;
        this.lanes = lanes;
    }

    void begin(int partition, long offset) {
        drop(partition);
        shares.put(partition, new Share(offset));
    }

    void becomeCurrent(int partition) {
        @Nullable Share share = shares.get(partition);
        if (share != null && !share.isCurrent) {
            share.isCurrent = true;
            share.open().forEach(each -> lanes.change(each.endpoint, lane -> lane.add(each)));
        }
    }

    void close(int partition) {
        share(partition).ifPresent(share -> {
            share.open().stream().filter(Delivery::isWaiting).toList().forEach(this::forget);
            share.isClosed = true;
        });
    }

    void drop(int partition) {
        share(partition).ifPresent(share -> {
            List.copyOf(share.open()).forEach(this::forget);
            shares.remove(partition);
        });
    }

    Optional<Share> share(int partition) {
        return Optional.ofNullable(shares.get(partition));
    }

    @Nullable
    Delivery find(DeliveryId id) {
        return open.get(id);
    }

    boolean hasEnded(DeliveryId id) {
        return ended.has(id);
    }

    void add(DeliveryEvent event, OutcomeNotice notice, int partition, long offset, Instant from) {
        Share share = Objects.requireNonNull(shares.get(partition));
        Delivery delivery = new Delivery(
                event.deliveryId(), Endpoint.of(event), notice, partition, offset, from, from.plus(useful));
        open.put(delivery.id, delivery);
        share.add(delivery);
        if (share.isCurrent) {
            lanes.change(delivery.endpoint, lane -> lane.add(delivery));
        }
    }

    /** It is useful from {@code from} on, if that is later than before. */
    void renew(Delivery delivery, Instant from) {
        Instant until = from.plus(useful);
        if (until.isAfter(delivery.usefulUntil)) {
            delivery.usefulUntil = until;
            if (isInLane(delivery)) {
                lanes.change(delivery.endpoint, lane -> lane.putLast(delivery));
            }
        }
    }

    void move(Delivery delivery, State state) {
        if (isInLane(delivery)) {
            lanes.change(delivery.endpoint, lane -> lane.move(delivery, state));
        } else {
            delivery.state = state;
        }
    }

    void end(Delivery delivery) {
        ended.add(delivery.id);
        forget(delivery);
    }

    void forget(Delivery delivery) {
        boolean isInLane = isInLane(delivery);
        open.remove(delivery.id);
        share(delivery.partition).ifPresent(share -> share.remove(delivery));
        if (isInLane) {
            lanes.change(delivery.endpoint, lane -> lane.remove(delivery));
        }
    }

    private boolean isInLane(Delivery delivery) {
        return share(delivery.partition).filter(share -> share.isCurrent).isPresent();
    }
}
