/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.topic.DeadLetterHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter.
 *
 * @param record as it lies on the dead-letter topic
 * @param isReplayed whether it was sent back before
 */
record Letter(ConsumerRecord<byte[], byte[]> record, boolean isReplayed) {

    static final String SUFFIX = "-dlt";

    /** The offset of the letter that was sent back, if the record says that and is no letter. */
    static Optional<Long> replayed(ConsumerRecord<byte[], byte[]> record) {
        return text(record, DeadLetterHeader.REPLAYED).flatMap(Letter::number);
    }

    Optional<String> header(DeadLetterHeader header) {
        return text(record, header);
    }

    String reason() {
        return header(DeadLetterHeader.REASON).orElse("no reason given");
    }

    /** Its CloudEvents type, as it says. */
    String type() {
        return text(record, "ce_type").orElse("none");
    }

    /** Where it lies. */
    String place() {
        return record.topic() + " partition " + record.partition() + " offset " + record.offset();
    }

    /** By the topic it lies on, which nobody can forge. */
    String originTopic() {
        return record.topic().substring(0, record.topic().length() - SUFFIX.length());
    }

    OptionalInt originPartition() {
        return header(DeadLetterHeader.PARTITION)
                .flatMap(Letter::number)
                .map(number -> OptionalInt.of(Math.clamp(number, -1, Integer.MAX_VALUE)))
                .orElseGet(OptionalInt::empty);
    }

    /** The headers that it came with. */
    List<Header> theirs() {
        return Arrays.stream(record.headers().toArray())
                .filter(each -> !DeadLetterHeader.isReserved(each.key()))
                .toList();
    }

    /**
     * Why it cannot be sent back, if it cannot.
     *
     * @param partitions how many there are of its origin
     */
    Optional<String> obstacle(int partitions) {
        OptionalInt partition = originPartition();
        if (partition.isEmpty()) {
            return Optional.of("it never was a record, so there is no place to send it back to");
        }
        if (header(DeadLetterHeader.KEY_SIZE).isPresent()
                || header(DeadLetterHeader.VALUE_SIZE).isPresent()) {
            return Optional.of("it is not whole, for the whole was too large; as long as Kafka keeps it, that is at "
                    + originTopic() + " partition " + partition.getAsInt() + " offset "
                    + header(DeadLetterHeader.OFFSET).orElse("unknown"));
        }
        if (partition.getAsInt() < 0 || partition.getAsInt() >= partitions) {
            return Optional.of(originTopic() + " has no partition " + partition.getAsInt());
        }
        return Optional.empty();
    }

    /** The record as it was. Kafka gives it the time of now, since it forgets by time. */
    ProducerRecord<byte[], byte[]> original() {
        return new ProducerRecord<>(
                originTopic(), originPartition().orElseThrow(), record.key(), record.value(), theirs());
    }

    private static Optional<String> text(ConsumerRecord<byte[], byte[]> record, DeadLetterHeader name) {
        return text(record, name.headerName());
    }

    private static Optional<String> text(ConsumerRecord<byte[], byte[]> record, String name) {
        @Nullable Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
