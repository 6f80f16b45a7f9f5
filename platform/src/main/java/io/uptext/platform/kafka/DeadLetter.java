/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** A record as it was, on the dead-letter topic, with headers that say why and from where. */
final class DeadLetter {

    private DeadLetter() {}

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> record, PoisonException poison) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(record.topic() + "-dlt", null, record.key(), record.value(), record.headers());
        Headers headers = letter.headers();
        headers.add("uptext_dlt_reason", String.valueOf(poison.getMessage()).getBytes(UTF_8));
        headers.add("uptext_dlt_partition", Integer.toString(record.partition()).getBytes(UTF_8));
        headers.add("uptext_dlt_offset", Long.toString(record.offset()).getBytes(UTF_8));
        return letter;
    }
}
