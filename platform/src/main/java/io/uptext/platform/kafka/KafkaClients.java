/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Kafka clients with our conventions on top of the operator's {@code spring.kafka.*} settings. */
public final class KafkaClients {

    /** How long a publisher tries: below the tightest limit of a provider that waits for us (Telnyx: 2 s). */
    public static final Duration DELIVERY_TIMEOUT = Duration.ofMillis(1500);

    /** What a publisher may hold of records that are not acknowledged; Kafka's default. */
    static final int BUFFER_BYTES = 32 * 1024 * 1024;

    /**
     * How many requests to one broker a publisher has under way. While they are, the next gathers records, and a request
     * costs the broker much the same whatever is in it: with Kafka's default of five, each held so few that texts took a
     * quarter longer (docs/adr/0018).
     */
    private static final int MOST_REQUESTS = 2;

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(1);

    private final KafkaProperties properties;
    private final Clock clock;

    /** As below, with the time of this machine. */
    public KafkaClients(KafkaProperties properties) {
        this(properties, Clock.systemUTC());
    }

    /** Stands on Boot's own Kafka properties, so that TLS and SASL are configured where everybody expects it. */
    public KafkaClients(KafkaProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Makes a publisher with durable acknowledgement.
     *
     * @param source the service that writes
     */
    public EventPublisher publisher(String source) {
        return new EventPublisher(
                new KafkaProducer<>(producerSettings(source), new ByteArraySerializer(), new ByteArraySerializer()),
                source,
                clock,
                System::nanoTime);
    }

    /** The settings of every producer: an acknowledgement means all in-sync replicas, and comes or fails in time. */
    public Map<String, Object> producerSettings(String source) {
        Map<String, Object> settings = new HashMap<>(properties.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, MOST_REQUESTS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(REQUEST_TIMEOUT.toMillis()));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(DELIVERY_TIMEOUT.toMillis()));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT.toMillis());
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) BUFFER_BYTES);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, source);
        return settings;
    }

    /** Makes a consumer outside any group, which commits nothing. */
    public Consumer<byte[], byte[]> ungroupedConsumer() {
        Map<String, Object> settings = consumerSettings();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Makes a client that looks after topics.
     *
     * @param patience how long each of its questions may take
     */
    public Admin admin(Duration patience) {
        Map<String, Object> settings = new HashMap<>(properties.buildAdminProperties());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(patience.toMillis()));
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(patience.toMillis()));
        return Admin.create(settings);
    }

    /** The settings of every consumer: committed records only, no commits but our own, as soon as there is a byte. */
    public Map<String, Object> consumerSettings() {
        Map<String, Object> settings = new HashMap<>(properties.buildConsumerProperties());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
