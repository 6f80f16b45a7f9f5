/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.log;

import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.notifier.delivery.log.LoggedDelivery.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The deliveries of one relying party: those that ended last, and those that have not. */
final class PartyLog {

    private static final int MOST_ENDED = 1_000;
    private static final int MOST_WAITING = 10_000;

    private final Map<DeliveryId, LoggedDelivery> byId = new HashMap<>();
    private final NavigableMap<Place, DeliveryId> newest = new TreeMap<>();
    private final TreeSet<Place> ended = new TreeSet<>();

    synchronized Optional<LoggedDelivery> find(DeliveryId id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized void put(LoggedDelivery delivery) {
        byId.put(delivery.id(), delivery);
        newest.put(delivery.place(), delivery.id());
        if (delivery.isWaiting()) {
            ended.remove(delivery.place());
        } else {
            ended.add(delivery.place());
        }
        if (ended.size() > MOST_ENDED) {
            forget(ended.last());
        }
        if (newest.size() - ended.size() > MOST_WAITING) {
            newest.descendingKeySet().stream()
                    .filter(place -> !ended.contains(place))
                    .findFirst()
                    .ifPresent(this::forget);
        }
    }

    private void forget(Place place) {
        ended.remove(place);
        @Nullable DeliveryId id = newest.remove(place);
        if (id != null) {
            byId.remove(id);
        }
    }

    /** Those behind a place, the newest first. */
    synchronized List<LoggedDelivery> after(@Nullable Place place, int most) {
        List<LoggedDelivery> found = new ArrayList<>();
        for (DeliveryId id : (place == null ? newest : newest.tailMap(place, false)).values()) {
            @Nullable LoggedDelivery delivery = byId.get(id);
            if (delivery != null && found.size() < most) {
                found.add(delivery);
            }
            if (found.size() == most) {
                break;
            }
        }
        return found;
    }

    /** What ended and is older than that is looked up in the topic. */
    synchronized void forgetBefore(Instant time) {
        while (!ended.isEmpty() && ended.last().scheduledAt().isBefore(time)) {
            forget(ended.last());
        }
    }

    synchronized List<LoggedDelivery> waiting() {
        return byId.values().stream().filter(LoggedDelivery::isWaiting).toList();
    }
}
