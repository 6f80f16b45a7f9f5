/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.docs.Block;
import io.uptext.testkit.docs.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.tools.AclCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/operations/party-topics.md, run as they stand by Kafka's own tool, give what the page says. */
class AclTests {

    private static final Path PAGE = Path.of("..", "docs", "operations", "party-topics.md");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%1$s\"";

    private final int port = Ports.free();
    private final KafkaBroker broker = Backends.ownKafka(
            "acl",
            Map.ofEntries(
                    Map.entry("listeners", "SASL://127.0.0.1:" + port),
                    Map.entry("advertised.listeners", "SASL://127.0.0.1:" + port),
                    Map.entry("listener.security.protocol.map", "SASL:SASL_PLAINTEXT"),
                    Map.entry("sasl.enabled.mechanisms", "PLAIN"),
                    Map.entry(
                            "listener.name.sasl.plain.sasl.jaas.config",
                            LOGIN.formatted("broker")
                                    + " user_acme=\"acme\" user_bank=\"bank\" user_uptext-notifier=\"uptext-notifier\";"),
                    Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                    // Whoever comes by the other listener: the broker itself, and the test as its operator.
                    Map.entry("super.users", "User:ANONYMOUS")));
    private final Party acme = Party.withTopic("acme");
    private final Party bank = Party.withTopic("bank");
    private final RelyingParties registry = Party.registry(List.of(acme, bank));
    private final Told told = new Told(broker.bootstrapServers());
    private final Outcomes outcomes = new Outcomes(broker.bootstrapServers());

    @AfterEach
    void close() {
        outcomes.close();
        broker.close();
    }

    @Test
    void a_relying_party_reads_its_own_topic_and_no_other_one_and_a_forbidden_topic_is_said_to_be_so(
            @TempDir Path folder) throws Exception {
        for (List<String> command : documented()) {
            KafkaTool.Outcome run = KafkaTool.run(folder, AclCommand.class, here(command, folder));
            assertThat(run.code()).as("%s%n%s", command, run.complained()).isZero();
        }
        Random random = new Random();
        List<Outcome> all = new ArrayList<>();
        for (Party party : List.of(acme, bank)) {
            all.add(Outcomes.confirmed(ChallengeId.random(random), party.name(), "1"));
        }
        Map<String, String> notifier = new HashMap<>(login("uptext-notifier"));
        try (Instance _ = Instance.start(notifier, "uptext-notifier", () -> registry, Instance.CREATING)) {
            outcomes.publish(all);
            await().atMost(LIMIT)
                    .until(() -> told.exists(acme.topic())
                            && told.exists(bank.topic())
                            && told.ids(acme.topic()).size() == 1
                            && told.ids(bank.topic()).size() == 1);

            assertThat(read("acme", "acme.backend", acme.topic()))
                    .singleElement()
                    .satisfies(value -> assertThat(value)
                            .contains(all.getFirst().challengeId().value()));
            assertThatThrownBy(() -> read("acme", "acme.backend", bank.topic()))
                    .isInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> read("acme", "acme.backend", Topic.AUTH_OUTCOMES.topicName()))
                    .isInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> read("bank", "bank.backend", acme.topic()))
                    .isInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> read("acme", "bank.backend", acme.topic()))
                    .isInstanceOf(GroupAuthorizationException.class);

            List<String> deny = List.of(
                    "--add",
                    "--deny-principal",
                    "User:uptext-notifier",
                    "--operation",
                    "Write",
                    "--topic",
                    bank.topic(),
                    "--bootstrap-server",
                    broker.bootstrapServers());
            assertThat(KafkaTool.run(folder, AclCommand.class, deny).code()).isZero();
            Outcome mine = Outcomes.confirmed(ChallengeId.random(random), acme.name(), "1");
            Outcome forbidden = Outcomes.confirmed(ChallengeId.random(random), bank.name(), "1");
            outcomes.publish(List.of(forbidden, mine));
            await().atMost(LIMIT).until(() -> told.ids(acme.topic()).contains(mine.eventId()));
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(told.records(Topic.AUTH_OUTCOMES.deadLetterTopicName()))
                            .extracting(each -> Told.header(each, DeadLetterHeader.REASON.headerName()))
                            .containsExactly("the topic of the relying party is forbidden"));
        }
    }

    private static List<List<String>> documented() throws Exception {
        List<List<String>> commands = new ArrayList<>();
        for (Block.Code block : Page.read(PAGE).all(Block.Code.class).toList()) {
            for (String command : block.text().replace("\\\n", " ").lines().toList()) {
                if (command.startsWith("kafka-acls.sh ")) {
                    commands.add(List.of(command.strip().split("\\s+")));
                }
            }
        }
        assertThat(commands).hasSizeGreaterThan(5);
        return commands;
    }

    /** The same for this broker. */
    private List<String> here(List<String> command, Path folder) throws Exception {
        Path config = Files.writeString(folder.resolve("admin.properties"), "client.id=admin\n");
        return command.stream()
                .skip(1)
                .map(word -> word.equals("kafka:9092") ? broker.bootstrapServers() : word)
                .map(word -> word.equals("admin.properties") ? config.toString() : word)
                .toList();
    }

    private Map<String, String> login(String name) {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                LOGIN.formatted(name) + ";");
    }

    private List<String> read(String name, String group, String topic) {
        Map<String, Object> settings = new HashMap<>(login(name));
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(LIMIT).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return !values.isEmpty();
            });
        }
        return values;
    }
}
