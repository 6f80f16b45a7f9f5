/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.DeliveryResult;
import io.uptext.contracts.vocabulary.KeptReason;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.json.NoticeJson;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBroker;
import io.uptext.testkit.record.TopicLog;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A whole notifier between a real broker and a real HTTP server. */
@TestInstance(Lifecycle.PER_CLASS)
class DeliveryTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Hook hook = new Hook();
    private KafkaBroker broker;
    private Site site;
    private ConfigurableApplicationContext notifier;

    @BeforeAll
    void start(@TempDir Path folder) {
        broker = Backends.ownKafka("webhook-deliveries");
        site = new Site(broker.bootstrapServers(), folder, hook);
        notifier = site.notifier(hook);
    }

    @AfterAll
    void stop() {
        notifier.close();
        site.close();
        hook.close();
        broker.close();
    }

    @Test
    void an_outcome_reaches_its_webhook_signed_and_once_although_it_is_scheduled_twice() {
        hook.answers(_ -> 204);
        OutcomeNotice notice = site.schedule(site.outcome(Site.ACME));
        await().atMost(LIMIT).until(() -> status(id(notice)).equals("delivered"));
        site.schedule(notice);
        OutcomeNotice other = site.outcome(Site.ACME);
        // By the key of the first, so that it comes behind what was scheduled twice.
        OutcomeNotice last = site.schedule(new OutcomeNotice(
                other.id(), other.status(), notice.challengeId(), Site.ACME, null, notice.occurredAt()));
        await().atMost(LIMIT).until(() -> hook.ids().contains(last.id().value()));
        assertThat(hook.requests())
                .filteredOn(each -> each.id().equals(notice.id().value()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.path()).isEqualTo("/login");
                    assertThat(each.signature()).startsWith("v1,");
                    assertThat(each.body()).isEqualTo(new String(NoticeJson.body(notice), UTF_8));
                });
    }

    @Test
    void what_is_not_taken_comes_again_by_the_same_id_and_what_was_tried_can_be_looked_up() {
        OutcomeNotice notice = site.outcome(Site.ACME);
        AtomicInteger attempts = new AtomicInteger();
        hook.answers(request -> request.id().equals(notice.id().value()) && attempts.incrementAndGet() < 3 ? 503 : 204);
        site.schedule(notice);
        await().atMost(LIMIT).until(() -> attempts.get() == 3);
        await().atMost(LIMIT).until(() -> status(id(notice)).equals("delivered"));
        JsonNode shown = Site.json(ask("GET", "/v1/webhook-deliveries/" + id(notice)));
        assertThat(shown.path("attemptCount").asInt()).isEqualTo(3);
        assertThat(shown.path("attempts")
                        .valueStream()
                        .map(each -> each.path("httpStatus").asInt()))
                .containsExactly(503, 503, 204);
        assertThat(shown.path("eventId").asString()).isEqualTo(notice.id().value());
    }

    @Test
    void what_is_gone_is_asked_no_more_until_it_is_enabled_and_what_is_kept_can_be_replayed() throws Exception {
        RelyingPartyId bank = new RelyingPartyId("bank");
        hook.answers(request -> request.path().equals("/bank") ? 410 : 204);
        OutcomeNotice first = site.schedule(site.outcome(bank));
        await().atMost(LIMIT).until(() -> statusOfBank(id(first)).equals("kept"));
        OutcomeNotice second = site.schedule(site.outcome(bank));
        await().atMost(LIMIT).until(() -> statusOfBank(id(second)).equals("kept"));
        assertThat(hook.ids()).doesNotContain(second.id().value());
        assertThat(state(Site.BANK_KEY)).isEqualTo("disabled");
        assertThat(state(Site.ACME_KEY)).isEqualTo("enabled");

        hook.answers(_ -> 204);
        assertThat(Site.ask(notifier, Site.BANK_KEY, "POST", "/v1/webhooks/login/enable")
                        .statusCode())
                .isEqualTo(204);
        await().atMost(LIMIT).until(() -> state(Site.BANK_KEY).equals("enabled"));
        String replay = "/v1/webhook-deliveries/" + id(second) + "/replay";
        assertThat(Site.ask(notifier, Site.ACME_KEY, "POST", replay).statusCode())
                .isEqualTo(404);
        assertThat(Site.ask(notifier, Site.BANK_KEY, "POST", replay).statusCode())
                .isEqualTo(202);
        await().atMost(LIMIT).until(() -> statusOfBank(id(second)).equals("delivered"));
        assertThat(hook.ids()).contains(second.id().value());
        assertThat(statusOfBank(id(first))).isEqualTo("kept");
        try (TopicLog log = site.log(Topic.WEBHOOK_DELIVERIES)) {
            log.readToEnd();
            assertThat(Site.events(log))
                    .filteredOn(each -> each.deliveryId().equals(id(second)))
                    .hasAtLeastOneElementOfType(WebhookKept.class)
                    .last()
                    .isInstanceOfSatisfying(
                            WebhookAttempted.class,
                            each -> assertThat(each.result()).isEqualTo(DeliveryResult.DELIVERED));
            assertThat(Site.events(log))
                    .filteredOn(each -> each instanceof WebhookKept)
                    .map(each -> ((WebhookKept) each).reason())
                    .contains(KeptReason.WEBHOOK_DISABLED);
        }
    }

    @Test
    void nobody_sees_the_deliveries_of_another_and_lists_come_in_pages() {
        hook.answers(_ -> 204);
        List<OutcomeNotice> notices = site.schedule(Site.ACME, 5);
        await().atMost(LIMIT)
                .until(() -> notices.stream().allMatch(each -> status(id(each)).equals("delivered")));
        JsonNode page = Site.json(ask("GET", "/v1/webhook-deliveries?limit=2&status=delivered&webhook=login"));
        assertThat(page.path("deliveries").size()).isEqualTo(2);
        JsonNode next = Site.json(ask(
                "GET",
                "/v1/webhook-deliveries?limit=2&cursor=" + page.path("next").asString()));
        assertThat(next.path("deliveries").size()).isEqualTo(2);
        assertThat(page.path("deliveries").get(1).path("id"))
                .isNotEqualTo(next.path("deliveries").get(0).path("id"));
        assertThat(Site.ask(notifier, Site.BANK_KEY, "GET", "/v1/webhook-deliveries/" + id(notices.getFirst()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask("GET", "/v1/webhook-deliveries?limit=0").statusCode()).isEqualTo(422);
        assertThat(ask("GET", "/v1/webhook-deliveries?cursor=nonsense").statusCode())
                .isEqualTo(422);
        assertThat(Site.ask(notifier, "upk_acme_wrong", "GET", "/v1/webhook-deliveries")
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask("POST", "/v1/webhooks/other/enable").statusCode()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_read_is_put_aside_and_delays_nobody() {
        hook.answers(_ -> 204);
        OutcomeNotice notice = site.outcome(Site.ACME);
        WebhookScheduled event = WebhookScheduled.of(notice, Site.LOGIN, notice.occurredAt());
        ProducerRecord<byte[], byte[]> elsewhere = EventRecords.write(event, "another key", "test");
        site.send(new ProducerRecord<>(Topic.WEBHOOK_DELIVERIES.topicName(), 0, new byte[] {1}, new byte[] {2}));
        site.send(elsewhere);
        OutcomeNotice good = site.schedule(site.outcome(Site.ACME));
        await().atMost(LIMIT).until(() -> status(id(good)).equals("delivered"));
        assertThat(hook.ids()).doesNotContain(notice.id().value());
        try (TopicLog letters =
                TopicLog.of(broker.bootstrapServers(), Topic.WEBHOOK_DELIVERIES.deadLetterTopicName())) {
            await().atMost(LIMIT).until(() -> letters.read().size() == 2);
        }
    }

    private DeliveryId id(OutcomeNotice notice) {
        return DeliveryId.of(notice.id(), notice.relyingParty(), Site.LOGIN);
    }

    private HttpResponse<String> ask(String method, String path) {
        return Site.ask(notifier, Site.ACME_KEY, method, path);
    }

    private String status(DeliveryId id) {
        return Site.json(ask("GET", "/v1/webhook-deliveries/" + id))
                .path("status")
                .asString();
    }

    private String statusOfBank(DeliveryId id) {
        return Site.json(Site.ask(notifier, Site.BANK_KEY, "GET", "/v1/webhook-deliveries/" + id))
                .path("status")
                .asString();
    }

    private String state(String key) {
        return Site.json(Site.ask(notifier, key, "GET", "/v1/webhooks"))
                .path("webhooks")
                .get(0)
                .path("state")
                .asString();
    }
}
