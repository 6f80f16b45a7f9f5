/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.AuthAttemptRejected;
import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.topic.EventType;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.notifier.Outcomes;
import io.uptext.notifier.Party;
import io.uptext.registry.RelyingParties;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBroker;
import io.uptext.testkit.record.HostileRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FanOutTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration MOST_DELAY = Duration.ofSeconds(5);
    private static final String HOOKS = """
            topic: true
            webhooks:
              - {id: first, url: "https://first.example/hook?token=canary-token"}
              - {id: second, url: "https://second.example/hook"}
            """;

    private static final KafkaBroker BROKER = Backends.ownKafka("fan-out");

    private final long seed = Long.getLong("uptext.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final String group = "group-" + UUID.randomUUID();
    private final Outcomes outcomes = new Outcomes(BROKER.bootstrapServers());
    private final Told told = new Told(BROKER.bootstrapServers());

    @AfterAll
    static void stopBroker() {
        BROKER.close();
    }

    @AfterEach
    void close() {
        outcomes.close();
    }

    private Instance instance(Supplier<RelyingParties> registry) {
        return Instance.start(BROKER.bootstrapServers(), group, registry, Instance.CREATING);
    }

    private ChallengeId challenge() {
        return ChallengeId.random(random);
    }

    /** No name twice in this broker, for each test's group reads what there is from the beginning. */
    private String name(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void each_party_is_told_of_its_own_outcomes_and_of_nobody_elses() {
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            parties.add(Party.of(name("party"), i % 3 == 2 ? "" : i % 2 == 0 ? "topic: true" : HOOKS));
        }
        List<Outcome> log = new ArrayList<>();
        Set<String> decisions = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            Party party = parties.get(random.nextInt(parties.size()));
            ChallengeId challenge = challenge();
            int first = log.size();
            for (int again = random.nextInt(3); again >= 0; again--) {
                log.add(Outcomes.all(challenge, party.name()).get(random.nextInt(5)));
            }
            decisions.add(log.get(first).eventId());
        }
        log.add(Outcomes.confirmed(challenge(), name("stranger"), "1"));
        RelyingParties registry = Party.registry(parties);
        try (Instance one = instance(() -> registry);
                Instance other = instance(() -> registry)) {
            outcomes.publish(log);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(one.count(parties.get(0).name(), "told")
                                    + other.count(parties.get(0).name(), "told"))
                            .as("seed %d", seed)
                            .isGreaterThanOrEqualTo(
                                    decided(log, decisions, parties.get(0)).size()));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(told.committed(group)).isEqualTo(written()));
        }
        for (Party party : parties) {
            List<String> own = decided(log, decisions, party);
            assertThat(own).isNotEmpty();
            if (party.settings().isEmpty()) {
                assertThat(told.exists(party.topic())).isFalse();
                continue;
            }
            assertThat(told.ids(party.topic()))
                    .as("seed %d, %s", seed, party.name())
                    .containsExactlyInAnyOrderElementsOf(own);
            assertThat(told.records(party.topic()))
                    .allSatisfy(record -> assertHoldsNothingButANotice(record, log, party));
            assertThat(told.scheduled().stream()
                            .filter(each -> each.relyingParty().value().equals(party.name()))
                            .map(each -> each.notice().id().value() + each.webhook()))
                    .as("seed %d, %s", seed, party.name())
                    .containsExactlyInAnyOrderElementsOf(
                            party.settings().equals(HOOKS)
                                    ? own.stream()
                                            .flatMap(id -> Stream.of(id + "first", id + "second"))
                                            .toList()
                                    : List.of());
        }
    }

    private long written() {
        return told.records(Topic.AUTH_OUTCOMES.topicName()).size();
    }

    /** What is to be told, as often as the verifier has said it. */
    private static List<String> decided(List<Outcome> log, Set<String> decisions, Party party) {
        return log.stream()
                .filter(each -> each.relyingParty().value().equals(party.name()))
                .map(Outcome::eventId)
                .filter(decisions::contains)
                .toList();
    }

    private static void assertHoldsNothingButANotice(
            ConsumerRecord<byte[], byte[]> record, List<Outcome> log, Party party) {
        String challenge = new String(record.key(), UTF_8);
        assertThat(log)
                .filteredOn(each -> each.challengeId().value().equals(challenge))
                .isNotEmpty()
                .allMatch(each -> each.relyingParty().value().equals(party.name()));
        assertThat(new String(record.value(), UTF_8))
                .contains(challenge)
                .doesNotContain(Outcomes.CANARY, "canary", "msg_", "msisdn");
        assertThat(record.headers().toArray())
                .extracting(header -> header.key())
                .containsExactlyInAnyOrder(
                        "ce_specversion", "ce_id", "ce_source", "ce_time", "ce_subject", "ce_type", "content-type");
        assertThat(Told.header(record, "ce_subject")).isEqualTo(challenge);
    }

    @Test
    void a_later_outcome_is_ignored_by_the_next_owner_too_also_after_hours() {
        Party acme = Party.withTopic(name("acme"));
        RelyingParties registry = Party.registry(List.of(acme));
        Instant then = Instant.now().minus(Duration.ofHours(3));
        ChallengeId challenge = challenge();
        List<Outcome> all = Outcomes.all(challenge, acme.name());
        outcomes.publishAt(then, all.getFirst());
        try (Instance _ = instance(() -> registry)) {
            await().atMost(LIMIT).until(() -> told.committed(group) == written());
        }
        // While nobody was there, and so long ago that a look back from now would not see the first.
        outcomes.publishAt(then.plusSeconds(60), all.get(2));
        outcomes.publishAt(then.plusSeconds(61), all.getFirst());
        Outcome other = Outcomes.confirmed(challenge(), acme.name(), "1");
        outcomes.publishAt(then.plusSeconds(62), other);
        try (Instance _ = instance(() -> registry)) {
            await().atMost(LIMIT).until(() -> told.committed(group) == written());
        }
        assertThat(told.ids(acme.topic()))
                .as("the decision, told again with the same id where the verifier wrote it again")
                .containsExactlyInAnyOrder(
                        all.getFirst().eventId(), all.getFirst().eventId(), other.eventId());
    }

    @Test
    void instances_that_come_and_go_lose_nothing() throws Exception {
        Party acme = Party.of(name("acme"), HOOKS);
        RelyingParties registry = Party.registry(List.of(acme));
        List<String> expected = new ArrayList<>();
        Instance one = instance(() -> registry);
        Instance other = instance(() -> registry);
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 100; i++) {
                Outcome outcome = Outcomes.confirmed(challenge(), acme.name(), "1");
                expected.add(outcome.eventId());
                outcomes.publish(List.of(outcome));
                if (i == 50) {
                    one.close();
                    one = other;
                    other = instance(() -> registry);
                }
            }
        }
        await().atMost(LIMIT).until(() -> told.committed(group) == written());
        one.close();
        other.close();
        assertThat(told.ids(acme.topic())).containsAll(expected);
        assertThat(told.scheduled())
                .extracting(each ->
                        each.notice().id().value() + " " + each.webhook().value())
                .containsAll(expected.stream()
                        .flatMap(id -> List.of(id + " first", id + " second").stream())
                        .toList());
        assertThat(told.scheduled()).noneMatch(each -> each.toString().contains("canary"));
    }

    @Test
    void poison_becomes_dead_letters_and_what_is_behind_it_is_told_in_time() {
        Party acme = Party.withTopic(name("acme"));
        RelyingParties registry = Party.registry(List.of(acme));
        Outcome good = Outcomes.confirmed(challenge(), acme.name(), "1");
        var poison = new HostileRecords(Outcomes.record(good), random).unreadable(EventType.CHALLENGE_CREATED.type());
        try (Instance _ = instance(() -> registry)) {
            await().atMost(LIMIT).until(() -> told.committed(group) == written());
            int before = told.records(Topic.AUTH_OUTCOMES.deadLetterTopicName()).size();
            outcomes.send(poison);
            outcomes.publish(List.of(new AuthAttemptRejected(
                    good.challengeId(),
                    good.relyingParty(),
                    MessageId.of(new ConnectorId("door"), "1"),
                    AttemptFlaw.WRONG_PHONE,
                    good.occurredAt())));
            outcomes.publish(List.of(good));
            await().atMost(MOST_DELAY)
                    .untilAsserted(() -> assertThat(told.ids(acme.topic()))
                            .as("seed %d", seed)
                            .contains(good.eventId()));
            await().atMost(LIMIT).until(() -> told.committed(group) == written());
            // Some have only a key that is none; the fan-out goes by the value.
            int letters =
                    told.records(Topic.AUTH_OUTCOMES.deadLetterTopicName()).size() - before;
            int toldAnyway = told.ids(acme.topic()).size() - 1;
            assertThat(letters + toldAnyway).as("seed %d", seed).isEqualTo(poison.size());
        }
    }

    @Test
    void whoever_comes_into_the_registry_gets_a_topic_at_once_and_whoever_leaves_is_told_nothing_more()
            throws Exception {
        Party acme = Party.withTopic(name("acme"));
        Party late = Party.withTopic(name("late"));
        AtomicReference<RelyingParties> registry = new AtomicReference<>(Party.registry(List.of(acme)));
        try (Instance _ = instance(registry::get)) {
            await().atMost(LIMIT).until(() -> told.exists(acme.topic()));
            registry.set(Party.registry(List.of(late)));
            await().atMost(LIMIT).until(() -> told.exists(late.topic()));
            Outcome gone = Outcomes.confirmed(challenge(), acme.name(), "1");
            Outcome here = Outcomes.confirmed(challenge(), late.name(), "1");
            outcomes.publish(List.of(gone, here));
            await().atMost(LIMIT).until(() -> told.committed(group) == written());
            assertThat(told.ids(late.topic())).containsExactly(here.eventId());
            assertThat(told.ids(acme.topic())).isEmpty();
        }
        try (var admin = told.admin()) {
            assertThat(admin.describeTopics(List.of(late.topic()))
                            .allTopicNames()
                            .get()
                            .values())
                    .singleElement()
                    .satisfies(topic -> assertThat(topic.partitions()).hasSize(3));
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, late.topic());
            assertThat(admin.describeConfigs(List.of(resource)).all().get().values())
                    .singleElement()
                    .extracting(config -> config.get("retention.ms").value())
                    .isEqualTo(Long.toString(Duration.ofDays(7).toMillis()));
        }
    }
}
