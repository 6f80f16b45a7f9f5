/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are delivered.
 *
 * @param group of the consumers that share the log of deliveries
 * @param useful how long an event is worth an attempt, 10 min to 7 d; after that it is kept for who asks for it again
 * @param backoff the pauses between the attempts of one delivery; after the last of them, that one again
 * @param mostWaiting how many may wait in the memory of one instance, 1,000 or more, about half a kilobyte each
 * @param log how far back the log of deliveries is shown by the API, 1 h or more
 */
@ConfigurationProperties("uptext.notifier.webhooks")
public record DeliverySettings(
        @DefaultValue("uptext-webhooks") String group,
        @DefaultValue("24h") Duration useful,

        @DefaultValue({"1s", "5s", "30s", "2m", "10m", "1h", "3h"})
        List<Duration> backoff,

        @DefaultValue("100000") int mostWaiting,
        @DefaultValue("24h") Duration log) {

    /** The default of {@code backoff}. */
    static final List<Duration> BACKOFF = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(3));

    private static final Duration LEAST_USEFUL = Duration.ofMinutes(10);
    private static final Duration MOST_USEFUL = Duration.ofDays(7);
    private static final int LEAST_WAITING = 1000;

    public DeliverySettings {
        backoff = List.copyOf(backoff);
        if (group.isBlank()) {
            throw new IllegalArgumentException("uptext.notifier.webhooks.group must have a name");
        }
        if (useful.compareTo(LEAST_USEFUL) < 0 || useful.compareTo(MOST_USEFUL) > 0) {
            throw new IllegalArgumentException(
                    "uptext.notifier.webhooks.useful must be from " + LEAST_USEFUL + " to " + MOST_USEFUL);
        }
        if (backoff.isEmpty() || backoff.stream().anyMatch(step -> step.compareTo(Duration.ofMillis(100)) < 0)) {
            throw new IllegalArgumentException(
                    "uptext.notifier.webhooks.backoff must have at least one pause, each of 100 ms or more");
        }
        if (mostWaiting < LEAST_WAITING) {
            throw new IllegalArgumentException(
                    "uptext.notifier.webhooks.most-waiting must be at least " + LEAST_WAITING);
        }
        if (log.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("uptext.notifier.webhooks.log must be at least PT1H");
        }
    }
}
