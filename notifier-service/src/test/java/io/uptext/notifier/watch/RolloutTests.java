/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.notifier.NotifierService;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.testkit.backend.Backends;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A whole instance as it stops, seen by Kubernetes and by a browser. */
@Timeout(120)
class RolloutTests {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    @Test
    void readiness_goes_off_at_once_and_the_stream_ends_with_a_hint() throws Exception {
        ConfigurableApplicationContext service = start();
        int management = port(service, "local.management.port");
        publishChallenge();
        HttpResponse<InputStream> stream = HTTP.send(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port(service, "local.server.port") + "/v1/watch"))
                        .header("Authorization", "Bearer " + Story.TOKEN.reveal())
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(ask(management, "/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(ask(management, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(ask(management, "/actuator/prometheus").body())
                .contains("uptext_watchers{relying_party=\"acme\"} 1.0", "uptext_push_latency_seconds_bucket");

        CompletableFuture<Void> stop = CompletableFuture.runAsync(service::close);
        Awaitility.await()
                .until(() -> ask(management, "/actuator/health/readiness").statusCode() == 503);
        assertThat(ask(management, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(stop).isNotDone();

        assertThat(new String(stream.body().readAllBytes(), UTF_8))
                .matches("(?s)event:state\\n.*\\n\\nretry:\\d{4}\\n\\n");
        stop.join();
    }

    private ConfigurableApplicationContext start() throws Exception {
        Path registry = folder.resolve("relying-parties.yaml");
        Files.writeString(registry, """
                relying-parties:
                  acme:
                    name: Acme
                    keyword: ACME LOGIN
                    destination: "50500"
                    keys:
                      - id: acme
                        hash: "%s"
                """.formatted("0".repeat(64)));
        ApplicationContextInitializer<GenericApplicationContext> fixed =
                context -> context.registerBean("clock", Clock.class, () -> Clock.fixed(Story.START, ZoneOffset.UTC));
        return NotifierService.application()
                .initializers(fixed)
                .registerShutdownHook(false)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--management.server.address=127.0.0.1",
                        "--management.server.port=0",
                        "--spring.kafka.bootstrap-servers=" + Backends.kafka().bootstrapServers(),
                        "--uptext.notifier.registry=" + registry,
                        "--uptext.notifier.watch.drain=6s");
    }

    private static void publishChallenge() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Backends.kafka().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(EventRecords.write(Story.created(), "0".repeat(64), "test"))
                    .get();
        }
    }

    private static int port(ConfigurableApplicationContext service, String name) {
        return Integer.parseInt(service.getEnvironment().getRequiredProperty(name));
    }

    private static HttpResponse<String> ask(int port, String path) {
        return HTTP.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .join();
    }
}
