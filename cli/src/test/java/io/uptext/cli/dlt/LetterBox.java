/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.topic.DeadLetterHeader;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.record.TopicLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A topic with two partitions, and one for its dead letters, of the test's own. */
final class LetterBox implements AutoCloseable {

    static final String PHONE = "+46701234567";
    static final byte[] KEY = "the-key".getBytes(UTF_8);
    static final byte[] VALUE = ("{\"sender\":\"" + PHONE + "\"}").getBytes(UTF_8);
    static final long WRITTEN = 1_795_507_221_417L;

    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", Backends.kafka().bootstrapServers());

    final String origin = "origin-" + UUID.randomUUID();
    final String topic = origin + "-dlt";
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(BROKER, new ByteArraySerializer(), new ByteArraySerializer());

    LetterBox() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(BROKER)) {
            admin.createTopics(List.of(new NewTopic(origin, 2, (short) 1), new NewTopic(topic, 2, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** As platform writes them: of this partition and offset of the origin, for this reason. */
    void put(int partition, int originPartition, long originOffset, String reason)
            throws InterruptedException, ExecutionException {
        put(
                partition,
                VALUE,
                Map.of(
                        DeadLetterHeader.REASON,
                        reason,
                        DeadLetterHeader.TOPIC,
                        origin,
                        DeadLetterHeader.PARTITION,
                        Integer.toString(originPartition),
                        DeadLetterHeader.OFFSET,
                        Long.toString(originOffset),
                        DeadLetterHeader.TIMESTAMP,
                        "2026-11-24T08:00:20.000Z",
                        DeadLetterHeader.TIME,
                        "2026-11-24T08:00:21.417Z",
                        DeadLetterHeader.SERVICE,
                        "verifier-service"));
    }

    void put(int partition, byte @Nullable [] value, Map<DeadLetterHeader, String> headers)
            throws InterruptedException, ExecutionException {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic, partition, WRITTEN, KEY, value);
        letter.headers().add("ce_type", "some.type.v1".getBytes(UTF_8));
        letter.headers().add("evil\u001b[2J", "red \u001b[31m\u202e and \\ \n".getBytes(UTF_8));
        headers.forEach((header, text) -> letter.headers().add(header.headerName(), text.getBytes(UTF_8)));
        producer.send(letter).get();
    }

    /** What came back. */
    List<ConsumerRecord<byte[], byte[]>> originRecords() {
        try (TopicLog log = TopicLog.of(Backends.kafka().bootstrapServers(), origin)) {
            return log.readToEnd();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
