/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import static java.util.Objects.requireNonNull;

import io.uptext.testkit.backend.KafkaBroker;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * What one person does, as records of the catalogue's topics.
 *
 * @param challengeId what the outcome is keyed by
 * @param challenge comes first
 * @param text comes then, and confirms it
 */
public record SignIn(
        String challengeId, ProducerRecord<byte[], byte[]> challenge, ProducerRecord<byte[], byte[]> text) {

    /** Where Kafka's producers put both. */
    int partition() {
        return Utils.toPositive(Utils.murmur2(requireNonNull(challenge.key()))) % KafkaBroker.PARTITIONS;
    }

    /** The challenge, on another topic. */
    public ProducerRecord<byte[], byte[]> challengeTo(JoinTopics topics) {
        return to(topics.challenges(), challenge);
    }

    /** The text, on another topic. */
    public ProducerRecord<byte[], byte[]> textTo(JoinTopics topics) {
        return to(topics.texts(), text);
    }

    private static ProducerRecord<byte[], byte[]> to(String topic, ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
    }
}
