/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A broker that is killed comes back with all that it has acknowledged. */
class KafkaBrokerProcessTests {

    private static final TopicPartition PARTITION = new TopicPartition(Topic.INBOUND_SMS.topicName(), 0);

    private final KafkaBrokerProcess broker = Backends.kafkaProcess("killed");

    @AfterEach
    void stop() {
        broker.close();
        assertThat(broker.process().isAlive()).isFalse();
    }

    @Test
    void whatWasAcknowledgedBeforeAKillIsThereAfterIt() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        try (var producer = producer()) {
            for (int i = 0; i < 100; i++) {
                acknowledged.add(send(producer, "before-" + i));
            }
            ProcessHandle first = broker.process();
            broker.kill();
            assertThat(first.isAlive()).isFalse();
            broker.start();
            assertThat(broker.process().pid()).isNotEqualTo(first.pid());
            acknowledged.add(send(producer, "after"));
        }

        assertThat(read()).isEqualTo(acknowledged);
    }

    @Test
    void itCanBeStoppedAndStartedInGoodOrder() throws Exception {
        try (var producer = producer()) {
            send(producer, "before");
            broker.stop();
            assertThat(broker.process().isAlive()).isFalse();
            broker.start();
            send(producer, "after");
        }

        assertThat(read()).containsExactly("before", "after");
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static String send(KafkaProducer<String, String> producer, String value) throws Exception {
        producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), null, value))
                .get(30, TimeUnit.SECONDS);
        return value;
    }

    private List<String> read() {
        List<String> values = new ArrayList<>();
        try (Consumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
