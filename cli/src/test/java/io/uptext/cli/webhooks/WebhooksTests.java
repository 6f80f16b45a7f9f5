/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.cli.Surroundings;
import io.uptext.cli.Uptext;
import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.EndpointEvent;
import io.uptext.contracts.event.Event;
import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookEndpointDisabled;
import io.uptext.contracts.event.WebhookEndpointEnabled;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.event.WebhookReplayRequested;
import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.DeliveryFlaw;
import io.uptext.contracts.vocabulary.DeliveryResult;
import io.uptext.contracts.vocabulary.KeptReason;
import io.uptext.contracts.vocabulary.OutcomeId;
import io.uptext.contracts.vocabulary.OutcomeStatus;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.TargetHash;
import io.uptext.contracts.vocabulary.WebhookId;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.record.TopicLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands on webhooks at a real broker, each test with a relying party of its own. */
class WebhooksTests {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:21.417Z");
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final WebhookId LOGIN = new WebhookId("login");

    private final Random random = new Random();
    private final RelyingPartyId party = new RelyingPartyId("p" + random.nextLong(1L << 40));

    /** One run in this process. */
    private record Run(int code, String out, String err) {}

    @Test
    void list_counts_by_webhook_and_prints_what_is_asked_for() {
        WebhookScheduled delivered = schedule();
        attempted(delivered, DeliveryResult.DELIVERED, 204, null);
        WebhookScheduled waiting = schedule();
        attempted(waiting, DeliveryResult.RETRYING, null, DeliveryFlaw.TIMEOUT);
        WebhookScheduled kept = schedule();
        attempted(kept, DeliveryResult.RETRYING, 500, DeliveryFlaw.STATUS);
        keep(kept);

        Run run = run("list", "--relying-party", party.value(), "--status", "kept");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                2026-11-24T08:00:21.417Z  %s  kept       %s/login  1 attempt  %s  (too_many_waiting)
                %s/login: 1 waiting, 1 delivered, 1 kept
                """.formatted(kept.deliveryId(), party, kept.challengeId(), party));
        assertThat(run.code()).isZero();
        assertThat(run("list", "--relying-party", party.value(), "--status", "waiting")
                        .out())
                .contains(waiting.deliveryId().value(), "(timeout)")
                .doesNotContain(kept.deliveryId().value());
    }

    @Test
    void replay_asks_for_what_is_kept_and_for_nothing_else() {
        WebhookScheduled delivered = schedule();
        attempted(delivered, DeliveryResult.DELIVERED, 204, null);
        WebhookScheduled kept = schedule();
        keep(kept);

        Run dry = run("replay", "--relying-party", party.value(), "--dry-run");
        assertThat(dry.out())
                .isEqualTo("%s would be delivered to %s/login again%n1 delivery would be delivered again.%n"
                        .formatted(kept.deliveryId(), party));
        assertThat(replays()).isEmpty();

        Run run = run("replay", "--relying-party", party.value(), "--webhook", "login");

        assertThat(run.out()).isEqualTo("1 delivery is going to be made again.\n");
        assertThat(run.code()).isZero();
        assertThat(replays()).singleElement().satisfies(each -> {
            assertThat(each.deliveryId()).isEqualTo(kept.deliveryId());
            assertThat(each.notice()).isEqualTo(kept.notice());
            assertThat(each.requestedAt()).isEqualTo(NOW);
        });
        assertThat(run("replay", "--relying-party", party.value()).out())
                .as("it is waiting now")
                .isEqualTo("0 deliveries are going to be made again.\n");
    }

    @Test
    void replay_takes_deliveries_by_their_ids_whatever_became_of_them_and_says_which_there_are_not() {
        WebhookScheduled delivered = schedule();
        attempted(delivered, DeliveryResult.DELIVERED, 204, null);

        Run run = run("replay", delivered.deliveryId().value(), "dlv_" + "0".repeat(26));

        assertThat(run.out()).isEqualTo("1 delivery is going to be made again.\n");
        assertThat(run.err()).isEqualTo("There is no dlv_%s.%n".formatted("0".repeat(26)));
        assertThat(run.code()).isOne();
        assertThat(replays()).hasSize(1);
    }

    @Test
    void enable_writes_it_under_the_key_of_the_webhook_and_list_says_since_when_one_is_disabled() {
        schedule();
        EndpointEvent disabled = new WebhookEndpointDisabled(
                party, LOGIN, TargetHash.of(party, LOGIN, URI.create("https://acme.example/")), AT);
        write(disabled, disabled.key());
        assertThat(run("list", "--relying-party", party.value()).out())
                .isEqualTo("%s/login: 1 waiting, 0 delivered, 0 kept; disabled since %s%n".formatted(party, AT));

        Run run = run("enable", party + "/login");

        assertThat(run.out()).isEqualTo("%s/login was disabled since %s and is enabled now.%n".formatted(party, AT));
        try (TopicLog log = TopicLog.of(Backends.kafka().bootstrapServers(), Topic.WEBHOOK_ENDPOINTS.topicName())) {
            assertThat(log.readToEnd().stream().flatMap(each -> EventJson.read(each).stream()))
                    .contains(new WebhookEndpointEnabled(party, LOGIN, NOW));
        }
        assertThat(run("enable", party + "/login").out()).contains("was not disabled");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    list --status lost | --status is one of waiting, delivered, kept.
                    list --webhook login | --webhook goes with --relying-party, for others may have one of that id.
                    list --since yesterday | --since is a time like 2026-11-24T08:00:00Z, or 30m, 12h or 7d for so long ago.
                    list --since +999999999-12-31T23:59:59Z | --since is a time like 2026-11-24T08:00:00Z, or 30m, 12h or 7d for so long ago.
                    list --relying-party ACME | --relying-party is the name of a relying party in the registry.
                    list --limit 0 | --limit is 1 or more.
                    replay | Say which: ids of deliveries, --relying-party, --webhook, --status, --since, --limit, or --all.
                    replay --all --status kept | --all does not go with --relying-party, --webhook, --status, --since or --limit.
                    replay --status kept dlv_00000000000000000000000000 | Name deliveries, or select them; both at once is not possible.
                    replay msg_1 | The id of a delivery is dlv_ and 26 characters, as list prints it.
                    enable acme | A webhook is named by its relying party and its id in the registry, acme/login for example.
                    """)
    void what_cannot_be_meant_is_said_in_a_sentence(String arguments, String sentence) {
        Run run = run(arguments.split(" ", -1));
        assertThat(run.err()).startsWith(sentence + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void a_broker_that_is_not_there_is_said_in_a_sentence() {
        Run run = anywhere("list", "--bootstrap-servers", "127.0.0.1:1");
        assertThat(run.err()).startsWith("No Kafka broker at 127.0.0.1:1 answers within 10 seconds.");
        assertThat(run.code()).isOne();
    }

    @Test
    void help_says_what_each_command_does() {
        assertThat(anywhere("--help").out()).contains("list", "replay", "enable", "docs/operations/webhooks.md");
        assertThat(anywhere("replay", "--help").out()).contains("--dry-run", "--since");
    }

    private WebhookScheduled schedule() {
        ChallengeId challenge = ChallengeId.random(random);
        OutcomeId id = new OutcomeId("out_" + ChallengeId.random(random).value().substring("chl_".length()));
        WebhookScheduled scheduled = WebhookScheduled.of(
                new OutcomeNotice(id, OutcomeStatus.CONFIRMED, challenge, party, null, AT), LOGIN, AT);
        write(scheduled);
        return scheduled;
    }

    private void attempted(
            WebhookScheduled of, DeliveryResult result, @Nullable Integer status, @Nullable DeliveryFlaw flaw) {
        write(new WebhookAttempted(
                of.deliveryId(),
                of.challengeId(),
                party,
                LOGIN,
                1,
                result,
                status,
                flaw,
                result == DeliveryResult.RETRYING ? AT.plusSeconds(5) : null,
                AT.plusSeconds(1)));
    }

    private void keep(WebhookScheduled of) {
        write(new WebhookKept(
                of.deliveryId(), of.challengeId(), party, LOGIN, KeptReason.TOO_MANY_WAITING, AT.plusSeconds(9)));
    }

    private void write(DeliveryEvent event) {
        write(event, event.challengeId().value());
    }

    private static void write(Event event, String key) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Backends.kafka().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var _ = producer.send(EventJson.write(event, key));
            producer.flush();
        }
    }

    private List<WebhookReplayRequested> replays() {
        try (TopicLog log = TopicLog.of(Backends.kafka().bootstrapServers(), Topic.WEBHOOK_DELIVERIES.topicName())) {
            return log.readToEnd().stream()
                    .flatMap(each -> EventJson.read(each).stream())
                    .filter(WebhookReplayRequested.class::isInstance)
                    .map(WebhookReplayRequested.class::cast)
                    .filter(each -> each.relyingParty().equals(party))
                    .toList();
        }
    }

    private static Run run(String... arguments) {
        return anywhere(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--bootstrap-servers", Backends.kafka().bootstrapServers()))
                .toArray(String[]::new));
    }

    private static Run anywhere(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Uptext.commandLine(new Surroundings(Clock.fixed(NOW, ZoneOffset.UTC), Map.of(), false))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        int code = command.execute(
                Stream.concat(Stream.of("webhooks"), Stream.of(arguments)).toArray(String[]::new));
        command.getOut().flush();
        command.getErr().flush();
        return new Run(code, out.toString(), err.toString());
    }
}
