/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** What somebody could write onto a topic who may write there, made of one good record. */
public final class HostileRecords {

    /** What a producer sends at most, less what its batch takes for itself. */
    private static final int LONGEST = 1024 * 1024 - 100;

    private static final String TYPE = "ce_type";

    private final ProducerRecord<byte[], byte[]> good;
    private final Random random;

    /** Made of a record with an event of one topic, for the partition that it names. */
    public HostileRecords(ProducerRecord<byte[], byte[]> good, Random random) {
        this.good = good;
        this.random = random;
    }

    /**
     * Each of them is poison.
     *
     * @param foreignType the type of an event that belongs on another topic
     */
    public List<ProducerRecord<byte[], byte[]>> unreadable(String foreignType) {
        List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
        String json = new String(good.value(), UTF_8);
        all.add(record(null, good.value(), good.headers()));
        all.add(record(new byte[0], good.value(), good.headers()));
        all.add(record(HostileHeaders.bytes(random, Long.BYTES), good.value(), good.headers()));
        all.add(record(HostileHeaders.bytes(random, LONGEST / 2), good.value(), good.headers()));
        all.add(value(null));
        all.add(value(new byte[0]));
        all.add(value(HostileHeaders.bytes(random, LONGEST - good.key().length - length(good.headers()))));
        all.add(value(HostileHeaders.bytes(random, Long.BYTES)));
        all.add(value(new byte[] {(byte) 0xac, (byte) 0xed, 0, 5}));
        for (String each : List.of(
                "null",
                "not json",
                "{",
                "{}",
                json + "{}",
                json.substring(0, json.length() / 2),
                "[".repeat(500_000),
                "{\"a\":".repeat(150_000),
                "9".repeat(900_000),
                "\"" + "\\u0000".repeat(150_000) + "\"")) {
            all.add(value(each.getBytes(UTF_8)));
        }
        all.add(record(good.key(), good.value(), List.of()));
        all.add(record(good.key(), good.value(), List.of(new RecordHeader(TYPE, (byte[]) null))));
        for (String each : List.of(
                "", "1", "io.uptext.unheard-of.v1", version("v0"), version("v999"), "java.lang.Object", foreignType)) {
            all.add(type(each));
        }
        HostileHeaders.all(random).values().forEach(headers -> all.add(record(good.key(), good.value(), headers)));
        all.add(record(good.key(), good.value(), asManyAsFit()));
        return all;
    }

    /** Not one header more has room in the record. */
    private List<Header> asManyAsFit() {
        List<Header> headers = new ArrayList<>(HostileHeaders.many(80, random));
        String last = "last";
        int room = LONGEST - good.key().length - good.value().length - length(headers) - last.length() - 8;
        headers.add(new RecordHeader(last, HostileHeaders.bytes(random, room)));
        return headers;
    }

    /** Each of them is read as the good one, whatever else it says or whenever it says it was written. */
    public List<ProducerRecord<byte[], byte[]>> readable() {
        List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
        HostileHeaders.all(random).values().forEach(headers -> {
            List<Header> more = new ArrayList<>(headers);
            good.headers().forEach(more::add);
            all.add(record(good.key(), good.value(), more));
        });
        all.add(at(Instant.EPOCH));
        // Later than in an hour a broker takes nothing.
        all.add(at(Instant.ofEpochMilli(System.currentTimeMillis()).plus(Duration.ofMinutes(55))));
        return all;
    }

    private ProducerRecord<byte[], byte[]> at(Instant time) {
        return new ProducerRecord<>(
                good.topic(), good.partition(), time.toEpochMilli(), good.key(), good.value(), good.headers());
    }

    private ProducerRecord<byte[], byte[]> value(byte @Nullable [] value) {
        return record(good.key(), value, good.headers());
    }

    private ProducerRecord<byte[], byte[]> type(String type) {
        return record(good.key(), good.value(), List.of(new RecordHeader(TYPE, type.getBytes(UTF_8))));
    }

    private String version(String version) {
        String type = new String(good.headers().lastHeader(TYPE).value(), UTF_8);
        return type.substring(0, type.lastIndexOf('.') + 1) + version;
    }

    private ProducerRecord<byte[], byte[]> record(
            byte @Nullable [] key, byte @Nullable [] value, Iterable<Header> headers) {
        return new ProducerRecord<>(good.topic(), good.partition(), key, value, headers);
    }

    private static int length(Iterable<Header> headers) {
        int length = 0;
        for (Header each : headers) {
            length += withItsLength(each.key().length()) + withItsLength(each.value().length);
        }
        return length;
    }

    /** Lengths are written as signed numbers of as many times seven bits as they need. */
    private static int withItsLength(int length) {
        return length + (length < 1 << 6 ? 1 : length < 1 << 13 ? 2 : 3);
    }
}
