/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.system;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.ApiKey;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.OutcomeId;
import io.uptext.contracts.vocabulary.OutcomeStatus;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;
import io.uptext.notifier.NotifierService;
import io.uptext.platform.json.Json;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.testkit.record.TopicLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Two relying parties with webhooks, their registry and secrets, and whoever schedules deliveries to them. */
final class Site implements AutoCloseable {

    static final RelyingPartyId ACME = new RelyingPartyId("acme");
    static final WebhookId LOGIN = new WebhookId("login");
    static final String ACME_KEY = "upk_acme_" + "7".repeat(52);
    static final String BANK_KEY = "upk_bank_" + "7".repeat(52);

    private final String bootstrapServers;
    private final Path folder;
    private final Random random = new Random();
    private final KafkaProducer<byte[], byte[]> producer;

    Site(String bootstrapServers, Path folder, Hook hook) {
        this.bootstrapServers = bootstrapServers;
        this.folder = folder;
        this.producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        leadTo(hook.origin() + "/login");
        write("secrets.yaml", """
                webhook-secrets:
                  acme:
                    login: ["whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE="]
                  bank:
                    login: ["whsec_QkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkI="]
                """);
    }

    /** Writes a registry in which Acme's webhook has this URL. */
    void leadTo(String url) {
        write("registry.yaml", """
                relying-parties:
                  acme:
                    keyword: ACME LOGIN
                    destination: "50500"
                    keys: [{id: acme, hash: "%s"}]
                    webhooks: [{id: login, url: "%s"}]
                  bank:
                    keyword: BANK LOGIN
                    destination: "50500"
                    keys: [{id: bank, hash: "%s"}]
                    webhooks: [{id: login, url: "%s"}]
                """.formatted(hash(ACME_KEY), url, hash(BANK_KEY), url.replace("/login", "/bank")));
    }

    private static String hash(String key) {
        return ApiKey.parse(key).orElseThrow().hash();
    }

    private void write(String file, String text) {
        try {
            Path next = Files.writeString(folder.resolve(file + ".next"), text);
            Files.move(next, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arguments of a notifier that may call {@code hook}. */
    List<String> arguments(Hook hook) {
        return List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--management.server.port=-1",
                "--uptext.notifier.registry=" + folder.resolve("registry.yaml"),
                "--uptext.notifier.webhook-secrets=" + folder.resolve("secrets.yaml"),
                "--uptext.notifier.webhooks.allow-private-targets=" + hook.origin(),
                "--uptext.notifier.webhooks.backoff=2s,3s");
    }

    ConfigurableApplicationContext notifier(Hook hook) {
        return NotifierService.application().run(arguments(hook).toArray(String[]::new));
    }

    OutcomeNotice outcome(RelyingPartyId party) {
        return new OutcomeNotice(
                new OutcomeId("out_" + ChallengeId.random(random).value().substring("chl_".length())),
                OutcomeStatus.CONFIRMED,
                ChallengeId.random(random),
                party,
                null,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Schedules some outcomes of a party, as the fan-out does. */
    List<OutcomeNotice> schedule(RelyingPartyId party, int count) {
        List<OutcomeNotice> notices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            notices.add(schedule(outcome(party)));
        }
        return notices;
    }

    OutcomeNotice schedule(OutcomeNotice notice) {
        WebhookScheduled event = WebhookScheduled.of(notice, LOGIN, notice.occurredAt());
        send(EventRecords.write(event, event.challengeId().value(), "test"));
        return notice;
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    TopicLog log(Topic topic) {
        return TopicLog.of(bootstrapServers, topic.topicName());
    }

    /** What a log says of deliveries, in the order of each challenge. */
    static List<DeliveryEvent> events(TopicLog log) {
        return log.read().stream().flatMap(Site::event).toList();
    }

    private static Stream<DeliveryEvent> event(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Stream.of((DeliveryEvent) EventRecords.read(record));
        } catch (PoisonException e) {
            return Stream.empty();
        }
    }

    /** Asks a notifier. */
    static HttpResponse<String> ask(ConfigurableApplicationContext notifier, String key, String method, String path) {
        int port = ((WebServerApplicationContext) notifier).getWebServer().getPort();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .header("Authorization", "Bearer " + key)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body());
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
