/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.kafka.NoticeRecords;
import io.uptext.platform.kafka.PoisonException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one relying party's topic for one listener. For one thread, but for {@link #wakeup}. */
final class FeedReader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FeedReader.class);

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final RelyingPartyId party;
    private final String topic;
    private final Uuid topicId;
    private final List<Long> next;
    private final Map<TopicPartition, Long> ends;

    /**
     * Goes on with a consumer that is assigned to all partitions and stands where it is to begin.
     *
     * @param next where that is, of each partition in their order
     * @param ends where the partitions end at this moment
     */
    FeedReader(
            Consumer<byte[], byte[]> consumer,
            RelyingPartyId party,
            String topic,
            Uuid topicId,
            List<Long> next,
            Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.party = party;
        this.topic = topic;
        this.topicId = topicId;
        this.next = new ArrayList<>(next);
        this.ends = Map.copyOf(ends);
    }

    /** Where to go on. */
    String cursor() {
        return new Cursor(topicId, next).text(party);
    }

    /**
     * The next events; none where none come in time, or when it is woken up.
     *
     * @throws org.apache.kafka.common.KafkaException if what comes next is kept no more, or Kafka refuses
     */
    List<FeedEvent> poll(Duration time) {
        List<FeedEvent> events = new ArrayList<>();
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(time)) {
                next.set(record.partition(), record.offset() + 1);
                try {
                    events.add(new FeedEvent(cursor(), NoticeRecords.read(record, party)));
                } catch (PoisonException e) {
                    // Only somebody else than us can have written it.
                    log.warn(
                            "A listener of {} is not told partition {} offset {}: {}",
                            topic,
                            record.partition(),
                            record.offset(),
                            e.getMessage());
                }
            }
        } catch (WakeupException e) {
            return List.of();
        }
        return events;
    }

    /** Whether all has been read that was there at the beginning. */
    boolean isCaughtUp() {
        // By its position, for at the end there may be what is no record, the mark of a transaction for example.
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Whether the topic has got more partitions, which only another reader can read. */
    boolean hasGrown() {
        try {
            return consumer.partitionsFor(topic, GLANCE).size() > next.size();
        } catch (TimeoutException e) {
            // Kafka is away, and forgotten with it is what there was.
            return false;
        }
    }

    /** Ends a poll; by any thread. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    static List<TopicPartition> partitions(String topic, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }
}
