/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.CarrierKeywordReceived;
import io.uptext.contracts.topic.EventType;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.platform.json.Json;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.record.HostileRecords;
import io.uptext.testkit.record.TopicLog;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchMessageListener;

/** I9: a bad record delays its partition by 5 seconds at most and ends in the dead letters with a reason. */
class BadRecordsTests {

    private static final Duration MOST_DELAY = Duration.ofSeconds(5);
    private static final int OUTAGES = 2;
    private static final String KEY = "a".repeat(64);

    private final long seed = new Random().nextLong();
    private final EventPublisher publisher = Listening.clients().publisher("a-service");
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final AtomicInteger outages = new AtomicInteger();

    @Test
    void every_bad_record_is_one_letter_and_the_good_one_behind_it_is_read() throws Exception {
        byte[] json = sample();
        ProducerRecord<byte[], byte[]> good = good(json);
        HostileRecords hostile = new HostileRecords(good, new Random(seed));
        List<ProducerRecord<byte[], byte[]>> unreadable = hostile.unreadable(EventType.CHALLENGE_CREATED.type());
        List<ProducerRecord<byte[], byte[]>> readable = hostile.readable();
        String bootstrap = Backends.kafka().bootstrapServers();
        try (var producer = Listening.producer();
                publisher;
                TopicLog letters = TopicLog.of(bootstrap, Topic.INBOUND_SMS.deadLetterTopicName());
                Listening listening = Listening.to(
                        Topic.INBOUND_SMS.topicName(), listener(), ErrorPolicy.of("bad records"), Map.of())) {
            listening.container.start();
            for (ProducerRecord<byte[], byte[]> each : unreadable) {
                producer.send(each).get();
            }
            for (ProducerRecord<byte[], byte[]> each : readable) {
                producer.send(each).get();
            }
            producer.send(good).get();
            await().atMost(MOST_DELAY).until(() -> read.size() == readable.size() + 1);

            assertThat(outages.get()).isGreaterThan(OUTAGES);
            List<ConsumerRecord<byte[], byte[]>> kept = new ArrayList<>();
            await().atMost(MOST_DELAY).untilAsserted(() -> {
                kept.clear();
                kept.addAll(letters.read());
                assertThat(kept).as("seed %d", seed).hasSize(unreadable.size());
            });
            assertThat(letters.readToEnd()).hasSize(unreadable.size());
            for (ConsumerRecord<byte[], byte[]> letter : kept) {
                int offset = Integer.parseInt(Objects.requireNonNull(header(letter, "uptext_dlt_offset")));
                ProducerRecord<byte[], byte[]> record = unreadable.get(offset);
                assertThat(header(letter, "uptext_dlt_reason")).isNotBlank().doesNotContain("46701234567");
                assertThat(header(letter, "uptext_dlt_topic")).isEqualTo(record.topic());
                assertThat(header(letter, "uptext_dlt_partition")).isEqualTo("0");
                assertThat(header(letter, "uptext_dlt_service")).isEqualTo("a-service");
                assertThat(header(letter, "uptext_dlt_time")).startsWith("20").endsWith("Z");
                assertThat(header(letter, "uptext_dlt_timestamp"))
                        .startsWith("20")
                        .endsWith("Z");
                assertThat(header(letter, "uptext_dlt_replayed")).isNull();
                if (header(letter, "uptext_dlt_value_size") == null && header(letter, "uptext_dlt_key_size") == null) {
                    assertThat(letter.value()).isEqualTo(record.value());
                    assertThat(letter.key()).isEqualTo(record.key());
                }
            }
            // Of what is too large with its letter's headers, only the longest value is not whole.
            assertThat(kept.stream()
                            .map(each -> header(each, "uptext_dlt_value_size"))
                            .filter(Objects::nonNull))
                    .hasSize(1);
            assertThat(kept.stream()
                            .map(each -> header(each, "uptext_dlt_dropped_headers"))
                            .filter(Objects::nonNull))
                    .containsExactlyInAnyOrder("4", "10001");
        }
    }

    /** Redis is away at first, after letters have been given away; so their batch comes again. */
    private BatchMessageListener<byte[], byte[]> listener() {
        return records -> {
            List<CompletableFuture<Void>> letters = new ArrayList<>();
            List<String> events = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                try {
                    events.add(EventRecords.read(record).eventId() + codeKey(record));
                } catch (PoisonException e) {
                    letters.add(publisher.deadLetter(record, e));
                }
            }
            if (!letters.isEmpty() && outages.incrementAndGet() <= OUTAGES) {
                throw new IllegalStateException("Redis is away");
            }
            CompletableFuture.allOf(letters.toArray(CompletableFuture[]::new)).join();
            read.addAll(events);
        };
    }

    private static CodeKey codeKey(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        try {
            return new CodeKey(EventRecords.key(record));
        } catch (IllegalArgumentException e) {
            throw new PoisonException("the key is not a code key");
        }
    }

    private static ProducerRecord<byte[], byte[]> good(byte[] json) {
        CarrierKeywordReceived event = Json.MAPPER.readValue(json, CarrierKeywordReceived.class);
        ProducerRecord<byte[], byte[]> written = EventRecords.write(event, KEY, "test");
        return new ProducerRecord<>(written.topic(), 0, written.key(), written.value(), written.headers());
    }

    private static byte[] sample() throws Exception {
        String name = "/uptext/samples/" + EventType.CARRIER_KEYWORD_RECEIVED.type() + ".json";
        try (InputStream file = Objects.requireNonNull(EventType.class.getResourceAsStream(name))) {
            return file.readAllBytes();
        }
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
