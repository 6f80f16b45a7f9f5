/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.topic.EventType;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.JoinWindows;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.StreamJoined;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Two streams joined by key in windows as long as a challenge may last, kept in RocksDB. Events are read and written by the
 * verifier's own code, and the outcome has the same bytes.
 */
final class StreamsJoin {

    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final String TYPE = "ce_type";

    private StreamsJoin() {}

    static Topology topology(JoinTopics topics) {
        Serde<byte[]> bytes = Serdes.ByteArray();
        StreamsBuilder builder = new StreamsBuilder();
        KStream<byte[], byte[]> challenges = builder.stream(topics.challenges(), Consumed.with(bytes, bytes));
        KStream<byte[], byte[]> texts = builder.stream(topics.texts(), Consumed.with(bytes, bytes));
        challenges
                .join(
                        texts,
                        StreamsJoin::join,
                        JoinWindows.ofTimeDifferenceAndGrace(Validity.LONGEST, GRACE),
                        StreamJoined.with(bytes, bytes, bytes))
                .process(Outcomes::new)
                .to(topics.outcomes(), Produced.with(bytes, bytes));
        return builder.build();
    }

    private static @Nullable ProducerRecord<byte[], byte[]> join(byte[] challenge, byte[] text) {
        ChallengeCreated created = (ChallengeCreated) read(challenge, EventType.CHALLENGE_CREATED);
        InboundSmsReceived sms = (InboundSmsReceived) read(text, EventType.INBOUND_SMS_RECEIVED);
        boolean confirms = created.validity().covers(sms.receivedAt())
                && sms.routeTrust().satisfies(created.minimumRouteTrust())
                && Objects.equals(sms.sender(), created.msisdn());
        return confirms ? JoinEvents.confirmed(created, sms) : null;
    }

    private static Object read(byte[] value, EventType type) {
        try {
            ConsumerRecord<byte[], byte[]> record =
                    new ConsumerRecord<>(type.topic().topicName(), 0, 0, new byte[0], value);
            record.headers().add(TYPE, type.type().getBytes(US_ASCII));
            return EventRecords.read(record);
        } catch (PoisonException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the outcome its own key and headers. */
    private static final class Outcomes
            extends ContextualProcessor<byte[], @Nullable ProducerRecord<byte[], byte[]>, byte[], byte[]> {

        @Override
        public void process(Record<byte[], @Nullable ProducerRecord<byte[], byte[]>> joined) {
            ProducerRecord<byte[], byte[]> outcome = joined.value();
            if (outcome != null) {
                context()
                        .forward(new Record<>(
                                requireNonNull(outcome.key()),
                                requireNonNull(outcome.value()),
                                joined.timestamp(),
                                outcome.headers()));
            }
        }
    }
}
