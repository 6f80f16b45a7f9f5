/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What providers remember: each message that they have tried to deliver, and each answer. */
final class Ledger {

    /** Stands for an attempt that was not answered at all. */
    static final int NO_ANSWER = 0;

    private static final int SUCCESS = 2;

    /** All about one message. */
    record Entry(Sms sms, List<Integer> answers) {

        /** Whether its provider was told that it is safe. */
        boolean isAcknowledged() {
            return answers.stream().anyMatch(status -> status / 100 == SUCCESS);
        }
    }

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** Notes a message before it is sent. */
    Entry note(Sms sms) {
        return entries.computeIfAbsent(sms.text(), _ -> new Entry(sms, new CopyOnWriteArrayList<>()));
    }

    /** Notes an answer. */
    void answered(Sms sms, int status) {
        note(sms).answers().add(status);
    }

    /** Every message. */
    Collection<Entry> entries() {
        return entries.values();
    }

    /** How many messages of each provider are acknowledged. */
    Map<String, Integer> acknowledged() {
        Map<String, Integer> counts = new HashMap<>();
        entries.values().stream()
                .filter(Entry::isAcknowledged)
                .forEach(entry -> counts.merge(entry.sms().provider().name(), 1, Integer::sum));
        return counts;
    }
}
