/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.notifier.Outcomes;
import io.uptext.notifier.Party;
import io.uptext.platform.json.NoticeJson;
import io.uptext.registry.RelyingParties;
import io.uptext.testkit.backend.Backends;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.tools.consumer.ConsoleConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relying party's topic as readers see it that are not ours. */
class PartyTopicTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String kafka = Backends.kafka().bootstrapServers();
    private final Party acme =
            Party.withTopic("acme-" + UUID.randomUUID().toString().substring(0, 8));
    private final Told told = new Told(kafka);
    private final Map<String, Outcome> outcomes = new HashMap<>();

    @BeforeEach
    void tellOneOfEachKind() {
        RelyingParties registry = Party.registry(List.of(acme));
        Random random = new Random();
        for (int kind = 0; kind < 5; kind++) {
            ChallengeId challenge = ChallengeId.random(random);
            outcomes.put(challenge.value(), Outcomes.all(challenge, acme.name()).get(kind));
        }
        try (Outcomes verifier = new Outcomes(kafka);
                Instance _ = Instance.start(kafka, "group-" + UUID.randomUUID(), () -> registry, Instance.CREATING)) {
            await().atMost(LIMIT).until(() -> told.exists(acme.topic()));
            verifier.publish(List.copyOf(outcomes.values()));
            await().atMost(LIMIT).until(() -> told.ids(acme.topic()).size() == outcomes.size());
        }
    }

    @AfterEach
    void deleteTopic() throws Exception {
        try (var admin = told.admin()) {
            admin.deleteTopics(List.of(acme.topic())).all().get();
        }
    }

    @Test
    void the_console_consumer_of_kafka_prints_them_with_their_headers(@TempDir Path folder) throws Exception {
        KafkaTool.Outcome printed = KafkaTool.run(
                folder,
                ConsoleConsumer.class,
                List.of(
                        "--bootstrap-server",
                        kafka,
                        "--topic",
                        acme.topic(),
                        "--from-beginning",
                        "--max-messages",
                        Integer.toString(outcomes.size()),
                        "--timeout-ms",
                        "30000",
                        "--formatter-property",
                        "print.headers=true",
                        "--formatter-property",
                        "print.key=true"));

        assertThat(printed.code()).as(printed.complained()).isZero();
        assertThat(printed.said().lines()).hasSize(outcomes.size()).allSatisfy(line -> {
            String[] parts = line.split("\t", -1);
            assertThat(parts).hasSize(3);
            OutcomeNotice notice = notice(parts[1]);
            assertThat(parts[0].split(",", -1))
                    .containsExactlyInAnyOrder(
                            "ce_specversion:1.0",
                            "ce_id:" + notice.id(),
                            "ce_source:/uptext/notifier-service",
                            "ce_time:2026-11-24T08:00:00.000Z",
                            "ce_subject:" + notice.challengeId(),
                            "content-type:application/json",
                            "ce_type:" + notice.type());
            assertThat(parts[2]).isEqualTo(new String(NoticeJson.data(notice), UTF_8));
        });
    }

    @Test
    void the_sdk_of_cloudevents_reads_them() {
        List<CloudEvent> events = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka, "group.id", acme.name() + ".sdk", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new CloudEventDeserializer())) {
            consumer.subscribe(List.of(acme.topic()));
            await().atMost(LIMIT).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    assertThat(record.key()).isEqualTo(record.value().getSubject());
                    events.add(record.value());
                });
                return events.size() == outcomes.size();
            });
        }
        assertThat(events).extracting(CloudEvent::getSubject).containsExactlyInAnyOrderElementsOf(outcomes.keySet());
        assertThat(events).allSatisfy(event -> {
            OutcomeNotice notice = notice(Objects.requireNonNull(event.getSubject()));
            assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
            assertThat(event.getId()).isEqualTo(notice.id().value());
            assertThat(event.getType()).isEqualTo(notice.type());
            assertThat(event.getSource()).hasToString("/uptext/notifier-service");
            assertThat(event.getTime()).isEqualTo(notice.occurredAt().atOffset(ZoneOffset.UTC));
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(event.getExtensionNames()).isEmpty();
            assertThat(Objects.requireNonNull(event.getData()).toBytes()).isEqualTo(NoticeJson.data(notice));
        });
    }

    private OutcomeNotice notice(String challenge) {
        return OutcomeNotice.of(Objects.requireNonNull(outcomes.get(challenge)));
    }
}
