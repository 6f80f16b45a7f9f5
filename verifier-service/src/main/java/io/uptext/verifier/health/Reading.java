/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.health;

import io.uptext.contracts.vocabulary.Validity;
import io.uptext.platform.kafka.TopicReader;
import io.uptext.verifier.kafka.Listeners;
import io.uptext.verifier.kafka.Pulse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** What health says of the threads that read, by what they have told of themselves. */
final class Reading {

    private final Listeners listeners;
    private final TopicReader misses;
    private final Clock clock;

    Reading(Listeners listeners, TopicReader misses, Clock clock) {
        this.listeners = listeners;
        this.misses = misses;
        this.clock = clock;
    }

    /** Down once a thread has ended that should run: nothing but a new process brings it back. */
    Health threads() {
        if (!listeners.isRunning()) {
            // Not yet, or no longer since the process ends in good order.
            return Health.unknown().build();
        }
        Health.Builder health = Health.up();
        for (int i = 0; i < listeners.containers().size(); i++) {
            KafkaMessageListenerContainer<byte[], byte[]> container =
                    listeners.containers().get(i);
            if (!container.isRunning() || listeners.pulses().get(i).isDead()) {
                health.down().withDetail(container.getBeanName(), "ended");
            }
        }
        if (!misses.isRunning()) {
            health.down().withDetail("misses", "ended");
        }
        return health.build();
    }

    /** Down while a thread is not done with any poll, whatever holds it up. */
    Health polls() {
        Health.Builder health = Health.up();
        for (int i = 0; i < listeners.containers().size(); i++) {
            String name = listeners.containers().get(i).getBeanName();
            listeners
                    .pulses()
                    .get(i)
                    .age()
                    .ifPresentOrElse(
                            age -> {
                                if (Silence.isTooLong(age)) {
                                    health.down().withDetail(name, "no poll done for " + Silence.inWords(age));
                                }
                            },
                            () -> health.down().withDetail(name, "no poll done yet"));
        }
        Set<Integer> filling = new TreeSet<>();
        listeners.pulses().forEach(pulse -> filling.addAll(pulse.filling()));
        if (!filling.isEmpty()) {
            health.withDetail("filling", filling);
        }
        return health.build();
    }

    /** Down while what is read next may have come so long ago that its challenge is over. */
    Health lag() {
        Instant now = clock.instant();
        return listeners.pulses().stream()
                .map(Pulse::behind)
                .flatMap(behind -> behind.entrySet().stream())
                .min(Map.Entry.comparingByValue())
                .map(worst -> lag(worst.getKey(), Duration.between(worst.getValue(), now)))
                .orElseGet(() -> Health.up().build());
    }

    private static Health lag(TopicPartition partition, Duration lag) {
        boolean isTooLong = lag.compareTo(Validity.LONGEST) > 0;
        return (isTooLong ? Health.down() : Health.up())
                .withDetail("lag", lag.toSeconds() + " s")
                .withDetail("partition", partition.toString())
                .build();
    }
}
