/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.topic.DeadLetterHeader;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.notifier.Outcomes;
import io.uptext.notifier.Party;
import io.uptext.registry.RelyingParties;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One relying party's topic does not take what it is told. */
class TopicTroubleTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String GROUP = "uptext-notifier";
    private static final PartyTopicSettings NOT_CREATING = new PartyTopicSettings(false, 1, Duration.ofDays(7), null);

    private final KafkaBroker broker = Backends.ownKafka("trouble");
    private final Told told = new Told(broker.bootstrapServers());
    private final Outcomes outcomes = new Outcomes(broker.bootstrapServers());
    private final Random random = new Random();
    private final Party acme = Party.withTopic("acme");
    private final Party bank = Party.withTopic("bank");
    private final RelyingParties registry = Party.registry(List.of(acme, bank));

    @AfterEach
    void close() {
        outcomes.close();
        broker.close();
    }

    private Instance instance(PartyTopicSettings settings) {
        return Instance.start(broker.bootstrapServers(), GROUP, () -> registry, settings);
    }

    private void make(Party party, Map<String, String> configs) throws Exception {
        try (var admin = told.admin()) {
            admin.createTopics(List.of(new NewTopic(party.topic(), Optional.of(1), Optional.empty()).configs(configs)))
                    .all()
                    .get();
            // To be made and to be known are two things.
            await().atMost(LIMIT).until(() -> admin.listTopics().names().get().contains(party.topic()));
        }
    }

    private List<String> publish(Party party, int count) {
        List<Outcome> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Outcomes.confirmed(ChallengeId.random(random), party.name(), "1"));
        }
        outcomes.publish(all);
        return all.stream().map(Outcome::eventId).toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> letters() {
        return told.records(Topic.AUTH_OUTCOMES.deadLetterTopicName());
    }

    private List<String> reasons() {
        return letters().stream()
                .map(each -> Told.header(each, DeadLetterHeader.REASON.headerName()))
                .distinct()
                .toList();
    }

    @Test
    void what_a_missing_topic_cannot_take_is_a_dead_letter_that_is_told_when_it_is_sent_back() throws Exception {
        make(bank, Map.of());
        try (Instance instance = instance(NOT_CREATING)) {
            List<String> lost = publish(acme, 200);
            List<String> fine = publish(bank, 200);
            // A producer would wait a second and a half for the topic, for each record.
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(told.ids(bank.topic())).containsExactlyInAnyOrderElementsOf(fine));
            await().atMost(LIMIT).until(() -> letters().size() == lost.size());
            assertThat(reasons()).containsExactly("the topic of the relying party is missing");
            assertThat(instance.count("acme", "set_aside")).isEqualTo(200);
            assertThat(instance.count("bank", "told")).isEqualTo(200);

            make(acme, Map.of());
            // A topic that was missing is asked for again after a moment; who replays before is given letters again.
            await().atMost(LIMIT).pollInterval(PartyTopics.ASKED_AFTER).until(() -> {
                publish(acme, 1);
                return !told.ids(acme.topic()).isEmpty();
            });
            sendBack(letters());
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(told.ids(acme.topic())).containsAll(lost));
        }
    }

    /** As {@code ./uptext dlt replay} does. */
    private void sendBack(List<ConsumerRecord<byte[], byte[]>> letters) {
        outcomes.send(letters.stream()
                .map(each -> new ProducerRecord<>(
                        Topic.AUTH_OUTCOMES.topicName(),
                        Integer.valueOf(Told.header(each, DeadLetterHeader.PARTITION.headerName())),
                        each.key(),
                        each.value(),
                        Arrays.stream(each.headers().toArray())
                                .filter(header -> !DeadLetterHeader.isReserved(header.key()))
                                .toList()))
                .toList());
    }

    @Test
    void a_topic_that_refuses_records_holds_nobody_up() throws Exception {
        make(bank, Map.of());
        make(acme, Map.of("max.message.bytes", "10"));
        try (Instance instance = instance(NOT_CREATING)) {
            List<String> refused = publish(acme, 50);
            List<String> fine = publish(bank, 50);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(told.ids(bank.topic())).containsExactlyInAnyOrderElementsOf(fine));
            await().atMost(LIMIT).until(() -> letters().size() == refused.size());
            assertThat(reasons()).containsExactly("the topic of the relying party refuses the record");
            assertThat(told.ids(acme.topic())).isEmpty();
            assertThat(instance.isRunning()).isTrue();
        }
    }

    @Test
    void a_topic_that_cannot_be_made_is_said_to_be_so() {
        try (Instance _ = instance(new PartyTopicSettings(true, 1, Duration.ofDays(7), 3))) {
            List<String> lost = publish(acme, 3);
            await().atMost(LIMIT).until(() -> letters().size() == lost.size());
            assertThat(reasons()).containsExactly("the topic of the relying party cannot be made");
        }
    }

    @Test
    void while_all_of_kafka_is_away_nothing_becomes_a_dead_letter() {
        try (Instance instance = instance(Instance.CREATING)) {
            List<String> before = publish(acme, 20);
            await().atMost(LIMIT).until(() -> told.ids(acme.topic()).containsAll(before));
            List<String> expected = new ArrayList<>(before);
            for (int i = 0; i < 3; i++) {
                expected.addAll(publish(acme, 500));
                expected.addAll(publish(bank, 500));
                broker.stop();
                broker.start();
            }
            await().atMost(LIMIT).until(() -> {
                List<String> all = new ArrayList<>(told.ids(acme.topic()));
                all.addAll(told.ids(bank.topic()));
                return all.containsAll(expected);
            });
            assertThat(letters()).isEmpty();
            assertThat(instance.isRunning()).isTrue();
        }
    }
}
