/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** What nobody can read, as it was, on a dead-letter topic, with headers that say why and from where. */
final class DeadLetter {

    private static final String REASON = "uptext_dlt_reason";

    private DeadLetter() {}

    /** What never was a record; it has no key. */
    static ProducerRecord<byte[], byte[]> of(Topic topic, byte[] value, String reason, String origin) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic.deadLetterTopicName(), value);
        letter.headers().add(REASON, reason.getBytes(UTF_8));
        letter.headers().add("uptext_dlt_origin", origin.getBytes(UTF_8));
        return letter;
    }

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> record, PoisonException poison) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(record.topic() + "-dlt", null, record.key(), record.value(), record.headers());
        Headers headers = letter.headers();
        headers.add(REASON, String.valueOf(poison.getMessage()).getBytes(UTF_8));
        headers.add("uptext_dlt_partition", Integer.toString(record.partition()).getBytes(UTF_8));
        headers.add("uptext_dlt_offset", Long.toString(record.offset()).getBytes(UTF_8));
        return letter;
    }
}
