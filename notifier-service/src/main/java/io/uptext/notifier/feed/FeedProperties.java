/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many may listen, and how.
 *
 * @param streamsPerParty how many streams and polls of one relying party at a time, at this instance, 1 to 1000
 * @param streams how many of all, at this instance, 1 to 10000; each has a thread and a connection to Kafka
 * @param heartbeat how often a comment is sent where nothing else is, 1 s to 1 min
 * @param retry how long a listener waits before it connects again, 100 ms to 1 min
 */
@ConfigurationProperties("uptext.notifier.events")
record FeedProperties(
        @DefaultValue("4") int streamsPerParty,
        @DefaultValue("256") int streams,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("2s") Duration retry) {

    private static final int MOST_PER_PARTY = 1000;
    private static final int MOST = 10_000;

    FeedProperties {
        if (streamsPerParty < 1 || streamsPerParty > MOST_PER_PARTY) {
            throw new IllegalArgumentException("uptext.notifier.events.streams-per-party must be from 1 to 1000");
        }
        if (streams < 1 || streams > MOST) {
            throw new IllegalArgumentException("uptext.notifier.events.streams must be from 1 to 10000");
        }
        between("heartbeat", heartbeat, Duration.ofSeconds(1));
        between("retry", retry, Duration.ofMillis(100));
    }

    private static void between(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "uptext.notifier.events." + name + " must be from " + least + " to PT1M");
        }
    }
}
