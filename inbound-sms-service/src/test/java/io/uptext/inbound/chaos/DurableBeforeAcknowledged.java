/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The promise that doors make to providers (I1): what was acknowledged is in Kafka; every record of a message has the
 * same event id, and no other message has that; nothing is there that nobody sent; our own trouble is a 503.
 */
final class DurableBeforeAcknowledged {

    private static final int UNAVAILABLE = 503;
    private static final int SUCCESS = 2;

    private DurableBeforeAcknowledged() {}

    /**
     * Looks for what was not kept.
     *
     * @return one sentence for each breach
     */
    static List<String> breaches(Ledger ledger, Collection<Published> records) {
        Map<String, Set<String>> idsByText = new HashMap<>();
        Map<String, String> textById = new HashMap<>();
        List<String> breaches = new ArrayList<>();
        Set<String> sent = new HashSet<>();
        ledger.entries().forEach(entry -> sent.add(entry.sms().text()));
        for (Published each : records) {
            idsByText.computeIfAbsent(each.text(), _ -> new HashSet<>()).add(each.eventId());
            if (!sent.contains(each.text())) {
                breaches.add(each.eventId() + " is in Kafka and was sent by nobody");
            }
            String other = textById.putIfAbsent(each.eventId(), each.text());
            if (other != null && !other.equals(each.text())) {
                breaches.add(each.eventId() + " is the id of two messages");
            }
        }
        for (Ledger.Entry entry : ledger.entries()) {
            Set<String> ids = idsByText.getOrDefault(entry.sms().text(), Set.of());
            String name = entry.sms().provider().name() + "'s "
                    + entry.sms().message().id();
            if (entry.isAcknowledged() && ids.isEmpty()) {
                breaches.add(name + " was acknowledged and is not in Kafka");
            }
            if (ids.size() > 1) {
                breaches.add(name + " has several event ids: " + ids);
            }
            entry.answers().stream()
                    .filter(status -> status / 100 != SUCCESS && status != UNAVAILABLE)
                    .forEach(status -> breaches.add(name + " was answered with " + status));
        }
        return breaches;
    }
}
