/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.topic.DeadLetterHeader;
import io.uptext.contracts.topic.Topic;
import io.uptext.platform.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * What nobody can read, as it was, on a dead-letter topic, with headers that say why and from where.
 *
 * <p>With those headers a record may be larger than Kafka takes. So there is a lighter letter of it, and a lighter one of
 * that: a letter that is not whole is worth more than a partition that stands still.
 */
final class DeadLetter {

    /** How much a light letter keeps of a long key and of a long value, in bytes; Kafka takes a megabyte. */
    static final int CUT = 256 * 1024;

    /** What a record is read by. A light letter has the last of each and nothing else of a stranger's. */
    private static final Set<String> NEEDED = Set.of(
            "ce_specversion", "ce_type", "ce_id", "ce_source", "ce_time", "content-type", "traceparent", "tracestate");

    private static final int LONGEST_NEEDED = 1024;

    private final ProducerRecord<byte[], byte[]> original;
    private final List<Header> theirs;
    private final List<Header> ours;
    private final int most;

    private DeadLetter(ProducerRecord<byte[], byte[]> original, List<Header> theirs, List<Header> ours, int most) {
        this.original = original;
        this.theirs = theirs;
        this.ours = ours;
        this.most = most;
    }

    /** What never was a record; it has no key. */
    static DeadLetter of(Topic topic, byte[] value, String reason, String origin, String service, Instant now) {
        return new DeadLetter(
                new ProducerRecord<>(topic.deadLetterTopicName(), value),
                List.of(),
                List.of(
                        header(DeadLetterHeader.REASON, reason),
                        header(DeadLetterHeader.ORIGIN, origin),
                        header(DeadLetterHeader.TIME, Json.format(now)),
                        header(DeadLetterHeader.SERVICE, service)),
                Integer.MAX_VALUE);
    }

    static DeadLetter of(ConsumerRecord<byte[], byte[]> record, PoisonException poison, String service, Instant now) {
        List<Header> ours = new ArrayList<>();
        ours.add(header(DeadLetterHeader.REASON, String.valueOf(poison.getMessage())));
        ours.add(header(DeadLetterHeader.TOPIC, record.topic()));
        ours.add(header(DeadLetterHeader.PARTITION, Integer.toString(record.partition())));
        ours.add(header(DeadLetterHeader.OFFSET, Long.toString(record.offset())));
        if (record.timestamp() != ConsumerRecord.NO_TIMESTAMP) {
            ours.add(header(DeadLetterHeader.TIMESTAMP, Json.format(Instant.ofEpochMilli(record.timestamp()))));
        }
        ours.add(header(DeadLetterHeader.TIME, Json.format(now)));
        ours.add(header(DeadLetterHeader.SERVICE, service));
        // A record that says itself where it comes from would make a liar of its letter.
        List<Header> theirs = Arrays.stream(record.headers().toArray())
                .filter(each -> !DeadLetterHeader.isReserved(each.key()))
                .toList();
        return new DeadLetter(
                new ProducerRecord<>(record.topic() + "-dlt", null, record.key(), record.value(), record.headers()),
                theirs,
                ours,
                Integer.MAX_VALUE);
    }

    /** As a record for Kafka. */
    ProducerRecord<byte[], byte[]> toRecord() {
        List<Header> headers = new ArrayList<>(theirs);
        headers.addAll(ours);
        int dropped = original.headers().toArray().length - theirs.size();
        if (dropped > 0) {
            headers.add(header(DeadLetterHeader.DROPPED_HEADERS, Integer.toString(dropped)));
        }
        if (isCut(original.key())) {
            headers.add(header(DeadLetterHeader.KEY_SIZE, Integer.toString(length(original.key()))));
        }
        if (isCut(original.value())) {
            headers.add(header(DeadLetterHeader.VALUE_SIZE, Integer.toString(length(original.value()))));
        }
        return new ProducerRecord<>(original.topic(), null, cut(original.key()), cut(original.value()), headers);
    }

    /** One that weighs less, if there still is something to leave out: headers first, then the ends of key and value. */
    Optional<DeadLetter> lighter() {
        List<Header> needed = needed();
        if (needed.size() < theirs.size()) {
            return Optional.of(new DeadLetter(original, needed, ours, most));
        }
        int longest = Math.min(most, Math.max(length(original.key()), length(original.value())));
        return longest == 0
                ? Optional.empty()
                : Optional.of(new DeadLetter(original, needed, ours, longest > CUT ? CUT : 0));
    }

    private List<Header> needed() {
        Map<String, Header> needed = new LinkedHashMap<>();
        for (Header each : theirs) {
            if (NEEDED.contains(each.key()) && length(each.value()) <= LONGEST_NEEDED) {
                needed.put(each.key(), each);
            }
        }
        return List.copyOf(needed.values());
    }

    private boolean isCut(byte @Nullable [] whole) {
        return length(whole) > most;
    }

    private byte @Nullable [] cut(byte @Nullable [] whole) {
        return whole != null && isCut(whole) ? Arrays.copyOf(whole, most) : whole;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static Header header(DeadLetterHeader header, String value) {
        return new RecordHeader(header.headerName(), value.getBytes(UTF_8));
    }
}
