/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.Outcome;
import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.notifier.Outcomes;
import io.uptext.notifier.Party;
import io.uptext.platform.json.Json;
import io.uptext.platform.json.NoticeJson;
import io.uptext.platform.kafka.NoticeRecords;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBroker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A whole notifier and a real broker, and servers that listen. */
class FeedTests {

    private static final KafkaBroker BROKER = Backends.ownKafka("feed");
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final int PARTITIONS = 3;

    private final Random random = new Random();
    private final String suffix = "-" + UUID.randomUUID().toString().substring(0, 8);
    private final Party acme = Party.withTopic("acme" + suffix);
    private final Party bank = Party.withTopic("bank" + suffix);
    private final Party mute = Party.of("mute" + suffix, "");
    private final List<Party> parties = new ArrayList<>(List.of(acme, bank, mute));
    private final Outcomes outcomes = new Outcomes(BROKER.bootstrapServers());

    @TempDir
    Path folder;

    private Notifier notifier;

    @BeforeEach
    void start() {
        notifier = Notifier.start(
                BROKER.bootstrapServers(),
                folder,
                parties,
                "uptext.notifier.group=group" + suffix,
                "uptext.notifier.events.heartbeat=1s",
                "uptext.notifier.party-topics.replication=1");
        await().atMost(LIMIT)
                .until(() ->
                        poll(acme, "").statusCode() == 200 && poll(bank, "").statusCode() == 200);
    }

    @AfterEach
    void stop() {
        outcomes.close();
        notifier.close();
    }

    @AfterAll
    static void stopBroker() {
        BROKER.close();
    }

    private HttpResponse<String> poll(Party party, String query, String... headers) throws Exception {
        List<String> all = new ArrayList<>(
                List.of("Authorization", "Bearer " + party.key().reveal(), "Accept", "application/json"));
        all.addAll(List.of(headers));
        return Listener.get(notifier.events(query), all.toArray(String[]::new));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private Listener listen(Party party, String query) throws Exception {
        Listener listener = Listener.open(notifier.events(query), party.key().reveal(), null);
        await().atMost(LIMIT).until(() -> listener.cursor() != null);
        return listener;
    }

    private List<Outcome> some(Party party, int count) {
        List<Outcome> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Outcomes.all(ChallengeId.random(random), party.name()).get(random.nextInt(5)));
        }
        return all;
    }

    private static List<String> bodies(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(each -> new String(NoticeJson.body(OutcomeNotice.of(each)), UTF_8))
                .toList();
    }

    private static List<String> data(Listener listener) {
        return listener.events().stream().map(Listener.Event::data).toList();
    }

    @Test
    void a_listener_hears_of_its_own_outcomes_from_now_on_in_the_bytes_of_a_webhook() throws Exception {
        outcomes.publish(some(acme, 10));
        await().atMost(LIMIT)
                .until(() -> json(poll(acme, "?since=2026-01-01T00:00:00Z"))
                                .path("events")
                                .size()
                        == 10);
        try (Listener mine = listen(acme, "");
                Listener theirs = listen(bank, "")) {
            assertThat(mine.answer().headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(mine.answer().headers().firstValue("Cache-Control")).hasValue("no-store");
            List<Outcome> own = some(acme, 50);
            List<Outcome> other = some(bank, 50);
            outcomes.publish(other);
            outcomes.publish(own);
            await().atMost(LIMIT)
                    .until(() -> mine.events().size() >= 50 && theirs.events().size() >= 50);
            assertThat(data(mine)).containsExactlyInAnyOrderElementsOf(bodies(own));
            assertThat(data(theirs)).containsExactlyInAnyOrderElementsOf(bodies(other));
            assertThat(mine.events()).allSatisfy(event -> {
                assertThat(event.type())
                        .isEqualTo(
                                Json.MAPPER.readTree(event.data()).path("type").asString());
                assertThat(event.id()).startsWith("cur_");
                assertThat(event.data()).doesNotContain(Outcomes.CANARY, "canary", "msg_", bank.name());
            });
            await().atMost(LIMIT).until(() -> mine.comments() > 1);
        }
        await().atMost(LIMIT).until(() -> notifier.streams() == 0);
    }

    @Test
    void a_listener_that_comes_back_with_its_cursor_misses_nothing_whatever_restarts_in_between() throws Exception {
        Set<String> heard = new HashSet<>();
        Map<String, Integer> wanted = new HashMap<>();
        String cursor;
        try (Listener first = listen(acme, "")) {
            cursor = first.cursor();
        }
        for (int round = 0; round < 4; round++) {
            try (Listener listener =
                    Listener.open(notifier.events(""), acme.key().reveal(), Objects.requireNonNull(cursor))) {
                List<Outcome> before = some(acme, 60);
                outcomes.publish(before);
                outcomes.publish(some(bank, 20));
                await().atMost(LIMIT).until(() -> listener.events().size() > 20);
                List<Outcome> during = some(acme, 60);
                outcomes.publish(during);
                bodies(before).forEach(each -> wanted.merge(each, 1, Integer::sum));
                bodies(during).forEach(each -> wanted.merge(each, 1, Integer::sum));
                notifier.restart();
                await().atMost(LIMIT).until(listener::isOver);
                assertThat(listener.last()).as("it says when to come back").isEqualTo("retry: 2000");
                heard.addAll(data(listener));
                cursor = listener.cursor();
            }
        }
        try (Listener last = Listener.open(notifier.events(""), acme.key().reveal(), Objects.requireNonNull(cursor))) {
            await().atMost(LIMIT).untilAsserted(() -> {
                Set<String> all = new HashSet<>(heard);
                all.addAll(data(last));
                assertThat(all).isEqualTo(wanted.keySet());
            });
        }
    }

    @Test
    void hours_later_all_of_it_is_still_there_for_whoever_has_a_cursor_or_a_time() throws Exception {
        Instant hoursAgo = Instant.now().minus(Duration.ofHours(5));
        String cursor = json(poll(acme, "")).path("next").asString();
        List<Outcome> old = some(acme, 1500);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Outcome outcome : old) {
            var record = NoticeRecords.write(OutcomeNotice.of(outcome), "notifier-service");
            records.add(new ProducerRecord<>(
                    record.topic(), null, hoursAgo.toEpochMilli(), record.key(), record.value(), record.headers()));
        }
        outcomes.send(records);
        try (Listener byCursor = listen(acme, "?after=" + cursor);
                Listener byTime = listen(acme, "?since=" + hoursAgo.minusSeconds(1));
                Listener later = listen(acme, "?since=" + hoursAgo.plusSeconds(1))) {
            await().atMost(LIMIT)
                    .until(() ->
                            byCursor.events().size() >= 1500 && byTime.events().size() >= 1500);
            assertThat(data(byCursor)).containsExactlyInAnyOrderElementsOf(bodies(old));
            assertThat(data(byTime)).containsExactlyInAnyOrderElementsOf(bodies(old));
            assertThat(later.events()).isEmpty();
        }
        List<String> polled = new ArrayList<>();
        String next = cursor;
        for (int pages = 0; pages < 4; pages++) {
            JsonNode page = json(poll(acme, "?limit=400&after=" + next));
            page.path("events")
                    .forEach(event ->
                            polled.add(event.path("data").path("challengeId").asString()));
            assertThat(page.path("events").size()).isEqualTo(pages < 3 ? 400 : 300);
            next = page.path("next").asString();
        }
        assertThat(polled)
                .containsExactlyInAnyOrderElementsOf(
                        old.stream().map(each -> each.challengeId().value()).toList());
    }

    @Test
    void a_poll_waits_and_has_what_a_webhook_has_in_its_headers() throws Exception {
        JsonNode none = json(poll(acme, ""));
        assertThat(none.path("events").isEmpty()).isTrue();
        Outcome outcome = some(acme, 1).getFirst();
        Thread publishing = Thread.ofVirtual().start(() -> outcomes.publish(List.of(outcome)));
        JsonNode page = json(poll(acme, "?after=" + none.path("next").asString(), "Prefer", "respond-async, wait=25"));
        publishing.join();
        assertThat(page.path("events").size()).isEqualTo(1);
        JsonNode event = page.path("events").path(0);
        assertThat(event.propertyNames()).containsExactly("cursor", "id", "type", "timestamp", "data");
        assertThat(event.path("id").asString()).isEqualTo(outcome.eventId());
        assertThat(event.path("cursor").asString()).isEqualTo(page.path("next").asString());
        JsonNode body = Json.MAPPER.readTree(bodies(List.of(outcome)).getFirst());
        for (String field : List.of("type", "timestamp", "data")) {
            assertThat(event.path(field)).isEqualTo(body.path(field));
        }
    }

    @Test
    void a_cursor_that_is_older_than_what_is_kept_is_answered_with_410_and_so_is_one_of_another_topic()
            throws Exception {
        String beginning = json(poll(acme, "")).path("next").asString();
        outcomes.publish(some(acme, 60));
        await().atMost(LIMIT)
                .until(() ->
                        json(poll(acme, "?after=" + beginning)).path("events").size() == 60);
        String end = json(poll(acme, "?after=" + beginning)).path("next").asString();
        try (Admin admin = admin()) {
            Map<TopicPartition, RecordsToDelete> old = new HashMap<>();
            for (int i = 0; i < PARTITIONS; i++) {
                old.put(new TopicPartition(acme.topic(), i), RecordsToDelete.beforeOffset(-1));
            }
            admin.deleteRecords(old).all().get();
        }
        assertGone(acme, beginning);
        assertThat(json(poll(acme, "?after=" + end)).path("events").isEmpty())
                .as("whoever has heard all that is gone has missed nothing")
                .isTrue();
        assertThat(json(poll(acme, "?since=2026-01-01T00:00:00Z"))
                        .path("events")
                        .isEmpty())
                .isTrue();

        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(acme.topic())).all().get();
            await().atMost(LIMIT).until(() -> !admin.listTopics().names().get().contains(acme.topic()));
        }
        notifier.restart();
        await().atMost(LIMIT).until(() -> poll(acme, "").statusCode() == 200);
        assertGone(acme, end);
    }

    private void assertGone(Party party, String cursor) throws Exception {
        for (String accept : List.of("text/event-stream", "application/json")) {
            HttpResponse<String> answer = Listener.get(
                    notifier.events(""),
                    "Authorization",
                    "Bearer " + party.key().reveal(),
                    "Accept",
                    accept,
                    "Last-Event-ID",
                    cursor);
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("urn:uptext:problem:cursor-too-old", "since");
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", BROKER.bootstrapServers()));
    }

    @Test
    void a_cursor_of_another_party_or_one_that_was_changed_is_refused() throws Exception {
        String theirs = json(poll(bank, "")).path("next").asString();
        String own = json(poll(acme, "")).path("next").asString();
        String flipped = own.substring(0, own.length() - 3)
                + (own.charAt(own.length() - 3) == 'A' ? 'B' : 'A')
                + own.substring(own.length() - 2);
        for (String query : List.of(
                "?after=" + theirs,
                "?after=" + flipped,
                "?after=",
                "?after",
                "?after=cur_%0d%0aevent:%20forged",
                "?after=" + own + "&after=" + own,
                "?after=" + own + "&since=2026-01-01T00:00:00Z",
                "?since=yesterday",
                "?since=%2B999999999-12-31T23:59:59Z",
                "?since=")) {
            for (String accept : List.of("text/event-stream", "application/json")) {
                HttpResponse<String> answer = Listener.get(
                        notifier.events(query),
                        "Authorization",
                        "Bearer " + acme.key().reveal(),
                        "Accept",
                        accept);
                assertThat(answer.statusCode()).as(query).isEqualTo(400);
                assertThat(answer.body())
                        .contains("urn:uptext:problem:malformed")
                        .doesNotContain(theirs, flipped, "forged", "yesterday");
            }
        }
        assertThat(poll(acme, "", "Last-Event-ID", theirs).statusCode()).isEqualTo(400);
        assertThat(poll(acme, "?after=" + own, "Last-Event-ID", "x").statusCode())
                .isEqualTo(400);
        assertThat(poll(acme, "?limit=0").statusCode()).isEqualTo(422);
        assertThat(poll(acme, "?limit=1001").statusCode()).isEqualTo(422);
        assertThat(poll(acme, "", "Last-Event-ID", "x".repeat(1024 * 1024)).statusCode())
                .isIn(400, 431);
    }

    @Test
    void who_may_not_listen_is_told_so() throws Exception {
        Party reader = new Party(acme.name(), acme.key(), acme.settings(), "read");
        assertThat(Listener.get(notifier.events("")).statusCode()).isEqualTo(401);
        assertThat(Listener.get(
                                notifier.events(""),
                                "Authorization",
                                "Bearer " + acme.key().reveal() + "x")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> none = poll(mute, "");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("topic: true");
        notifier.registry(List.of(reader, bank));
        await().atMost(LIMIT).until(() -> poll(acme, "").statusCode() == 403);
        assertThat(poll(acme, "").body()).contains("has not the scope events");
    }

    @Test
    void a_key_that_is_withdrawn_hears_nothing_more_within_seconds() throws Exception {
        try (Listener mine = listen(acme, "");
                Listener theirs = listen(bank, "")) {
            notifier.registry(List.of(Party.withTopic(acme.name()), bank));
            await().atMost(LIMIT).until(mine::isOver);
            assertThat(theirs.isOver()).isFalse();
            notifier.registry(List.of(acme, Party.of(bank.name(), "").onlyFor("read")));
            await().atMost(LIMIT).until(theirs::isOver);
        }
        await().atMost(LIMIT).until(() -> notifier.streams() == 0);
    }

    @Test
    void one_party_has_four_streams_and_gets_a_place_back_when_it_closes_one() throws Exception {
        List<Listener> open = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            open.add(listen(acme, ""));
        }
        HttpResponse<String> fifth = poll(acme, "");
        assertThat(fifth.statusCode()).isEqualTo(429);
        assertThat(fifth.headers().firstValue("Retry-After")).isPresent();
        assertThat(poll(bank, "").statusCode()).isEqualTo(200);
        open.removeFirst().close();
        await().atMost(LIMIT).until(() -> poll(acme, "").statusCode() == 200);
        for (Listener each : open) {
            each.close();
        }
        await().atMost(LIMIT).until(() -> notifier.streams() == 0);
    }

    @Test
    void a_listener_that_does_not_read_slows_down_nobody_else_and_later_reads_all() throws Exception {
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), notifier.port()));
            slow.getOutputStream()
                    .write(("GET /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                                    + acme.key().reveal() + "\r\n\r\n")
                            .getBytes(UTF_8));
            await().atMost(LIMIT).until(() -> slow.getInputStream().available() > 0);
            try (Listener quick = listen(acme, "")) {
                List<Outcome> all = some(acme, 20_000);
                outcomes.publish(all);
                await().atMost(LIMIT).until(() -> quick.events().size() >= all.size());
                StringBuilder read = new StringBuilder();
                Set<String> ids = new HashSet<>();
                byte[] buffer = new byte[64 * 1024];
                slow.setSoTimeout(Math.toIntExact(LIMIT.toMillis()));
                while (ids.size() < all.size()) {
                    read.append(new String(buffer, 0, slow.getInputStream().read(buffer), UTF_8));
                    int end = read.lastIndexOf("\n") + 1;
                    read.substring(0, end)
                            .lines()
                            .filter(line -> line.startsWith("data: "))
                            .forEach(ids::add);
                    read.delete(0, end);
                }
                assertThat(ids)
                        .isEqualTo(new HashSet<>(bodies(all).stream()
                                .map(each -> "data: " + each)
                                .toList()));
            }
        }
    }
}
