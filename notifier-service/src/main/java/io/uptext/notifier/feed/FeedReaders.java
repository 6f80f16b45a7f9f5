/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import io.uptext.contracts.topic.PartyTopic;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import io.uptext.platform.kafka.KafkaClients;
import io.uptext.platform.kafka.TimeTravel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens readers. They are many, so each has little memory. */
final class FeedReaders implements AutoCloseable {

    /** A record that is larger comes all the same, alone. */
    private static final int FETCH_BYTES = 64 * 1024;

    private static final int MOST_RECORDS = 64;
    private static final int SOCKET_BYTES = 32 * 1024;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int METADATA_MILLIS = 60_000;

    private final KafkaClients clients;
    private final Admin admin;

    FeedReaders(KafkaClients clients, Admin admin) {
        this.clients = clients;
        this.admin = admin;
    }

    /**
     * Opens one; it blocks while Kafka says what there is.
     *
     * @throws ProblemException if there is nothing to read from there
     */
    FeedReader open(RelyingPartyId party, Start start) {
        String topic = new PartyTopic(party).topicName();
        try {
            TopicDescription described = describe(topic);
            Consumer<byte[], byte[]> consumer = consumer();
            try {
                return opened(consumer, party, described, start);
            } catch (RuntimeException e) {
                consumer.close();
                throw e;
            }
        } catch (UnknownTopicOrPartitionException e) {
            throw Problem.UNAVAILABLE.because("The topic of this relying party does not exist yet.");
        } catch (InterruptException e) {
            throw Problem.UNAVAILABLE.because("This instance is about to stop; another one takes over.");
        } catch (KafkaException e) {
            throw Problem.UNAVAILABLE.because("Kafka does not answer just now.");
        }
    }

    private static FeedReader opened(
            Consumer<byte[], byte[]> consumer, RelyingPartyId party, TopicDescription topic, Start start) {
        List<TopicPartition> partitions =
                FeedReader.partitions(topic.name(), topic.partitions().size());
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> from = new HashMap<>();
        switch (start) {
            case Start.Now _ -> from.putAll(ends);
            case Start.Since(Instant time) -> from.putAll(TimeTravel.offsets(consumer, partitions, time));
            case Start.After(Cursor cursor) -> from.putAll(after(consumer, cursor, topic.topicId(), partitions, ends));
        }
        from.forEach(consumer::seek);
        List<Long> next = new ArrayList<>();
        partitions.forEach(each -> next.add(from.getOrDefault(each, 0L)));
        return new FeedReader(consumer, party, topic.name(), topic.topicId(), next, ends);
    }

    private static Map<TopicPartition, Long> after(
            Consumer<byte[], byte[]> consumer,
            Cursor cursor,
            Uuid topic,
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> ends) {
        if (!cursor.topic().equals(topic) || cursor.next().size() > partitions.size()) {
            throw tooOld();
        }
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> from = new HashMap<>();
        for (TopicPartition each : partitions) {
            long start = starts.getOrDefault(each, 0L);
            // One that the topic has got since is read from its beginning.
            long next = each.partition() < cursor.next().size() ? cursor.next().get(each.partition()) : start;
            if (next < start || next > ends.getOrDefault(each, 0L)) {
                throw tooOld();
            }
            from.put(each, next);
        }
        return from;
    }

    private static ProblemException tooOld() {
        return Problem.CURSOR_TOO_OLD.because(
                "Some of what comes after this cursor is kept no more. Go on with "
                        + "?since=<an instant> for what is left of it, or without a cursor, and ask for the challenges in between.");
    }

    private TopicDescription describe(String topic) {
        try {
            return Objects.requireNonNull(
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(clients.consumerSettings());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        // Without a thread of its own.
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        // What is kept no more must be said, and not be passed over.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, SOCKET_BYTES);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
        // There may be hundreds, which all look for a broker that is away.
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, (long) PATIENCE_MILLIS);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        admin.close();
    }
}
