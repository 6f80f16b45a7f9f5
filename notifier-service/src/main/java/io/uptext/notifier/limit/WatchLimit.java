/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.limit;

import java.util.Locale;

/** What is limited; the words of the metric. */
enum WatchLimit {
    /** How fast connections come from one client. */
    ARRIVALS("From this address come too many connections."),
    /** How many connections one client has at a time. */
    ADDRESS("From this address there are too many connections."),
    /** How many watchers a relying party has here at a time. */
    PARTY("Too many browsers wait for this relying party.");

    private final String sentence;

    WatchLimit(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
