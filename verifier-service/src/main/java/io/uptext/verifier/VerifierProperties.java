/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier;

import io.uptext.verifier.miss.MissLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the verifier runs.
 *
 * @param pepper the secret behind keys, in base64, at least 32 random bytes: the same as of the services that write
 * @param group the consumer group that all instances share
 * @param concurrency consumer threads in this instance, 1 to 64; more than the topics have partitions stay idle
 * @param expiryGrace how long after a deadline a message received before it may still be on its way to Kafka; longer
 *     than a door may wait for Kafka's metadata and then for its acknowledgement (1.5 s each), at most a minute
 * @param misses how many wrong codes are too many
 */
@ConfigurationProperties("uptext.verifier")
public record VerifierProperties(
        @DefaultValue("") String pepper,
        @DefaultValue("uptext-verifier") String group,
        @DefaultValue("1") int concurrency,
        @DefaultValue("5s") Duration expiryGrace,
        @DefaultValue Misses misses) {

    public VerifierProperties {
        if (pepper.isEmpty()) {
            throw new IllegalArgumentException(
                    "uptext.verifier.pepper is missing: the same secret as uptext.challenge.pepper and uptext.inbound.pepper");
        }
        if (concurrency < 1 || concurrency > 64) {
            throw new IllegalArgumentException("uptext.verifier.concurrency must be 1 to 64");
        }
        if (expiryGrace.compareTo(Duration.ofSeconds(4)) < 0 || expiryGrace.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("uptext.verifier.expiry-grace must be 4 s to 1 min");
        }
    }

    /**
     * How many wrong codes are too many.
     *
     * @param ofSender after how many a phone is locked, 1 or more
     * @param ofDestination after how many a destination confirms no challenge that any phone may answer, 1 or more
     * @param within how close together they are
     * @param lock how long a phone is locked
     */
    public record Misses(
            @DefaultValue("5") int ofSender,
            @DefaultValue("500") int ofDestination,
            @DefaultValue("10m") Duration within,
            @DefaultValue("1h") Duration lock) {

        MissLimits limits() {
            return new MissLimits(ofSender, ofDestination, within, lock);
        }
    }

    /** Without the pepper. */
    @Override
    public String toString() {
        return "VerifierProperties[" + group + "]";
    }
}
