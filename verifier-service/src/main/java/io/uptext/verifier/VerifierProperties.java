/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the verifier runs.
 *
 * @param group the consumer group that all instances share
 * @param concurrency consumer threads in this instance, 1 to 64; more than the topics have partitions stay idle
 * @param expiryGrace how long after a deadline a message received before it may still be on its way to Kafka; longer
 *     than a door's delivery timeout (1.5 s), at most a minute
 */
@ConfigurationProperties("uptext.verifier")
public record VerifierProperties(
        @DefaultValue("uptext-verifier") String group,
        @DefaultValue("1") int concurrency,
        @DefaultValue("5s") Duration expiryGrace) {

    public VerifierProperties {
        if (concurrency < 1 || concurrency > 64) {
            throw new IllegalArgumentException("uptext.verifier.concurrency must be 1 to 64");
        }
        if (expiryGrace.compareTo(Duration.ofSeconds(2)) < 0 || expiryGrace.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("uptext.verifier.expiry-grace must be 2 s to 1 min");
        }
    }
}
