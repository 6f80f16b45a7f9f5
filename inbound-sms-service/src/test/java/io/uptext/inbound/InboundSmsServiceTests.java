/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.uptext.testkit.backend.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service as it is started, while its Kafka cannot be reached. */
@ExtendWith(OutputCaptureExtension.class)
class InboundSmsServiceTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void withoutKafkaItStartsAndAsksProvidersToTryAgain(CapturedOutput output) throws Exception {
        try (var service = InboundSmsService.application()
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--management.server.port=-1",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:" + Ports.free(),
                        "--uptext.inbound.pepper=c2VjcmV0LXBlcHBlci1mb3ItdGVzdHMtMzItYnl0ZXMhIQ==",
                        "--uptext.inbound.connectors.acme.provider=generic",
                        "--uptext.inbound.connectors.acme.secrets=" + SECRET,
                        "--uptext.inbound.connectors.acme.destinations=50500",
                        "--uptext.inbound.connectors.acme.route-trust=T2")) {
            String port = service.getEnvironment().getRequiredProperty("local.server.port");
            WebTestClient client = WebTestClient.bindToServer()
                    .baseUrl("http://127.0.0.1:" + port)
                    .responseTimeout(Duration.ofSeconds(20))
                    .build();
            String body = "{\"from\":\"+46709998877\",\"to\":\"50500\",\"text\":\"canary text\"}";
            long now = Instant.now().getEpochSecond();

            client.post()
                    .uri("/v1/inbound/acme")
                    .header("Content-Type", "application/json")
                    .header("webhook-id", "id-1")
                    .header("webhook-timestamp", Long.toString(now))
                    .header("webhook-signature", new Webhook(SECRET).sign("id-1", now, body))
                    .bodyValue(body.getBytes(UTF_8))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:uptext:problem:unavailable");
            client.post().uri("/v1/inbound/nobody").exchange().expectStatus().isNotFound();
            assertThat(statusForContentType("nonsense", port, body, now)).isEqualTo(415);
            assertThat(statusForContentType("application/json; charset=nonsense", port, body, now))
                    .isEqualTo(415);
        }
        assertThat(output.getAll()).contains("acme").doesNotContain("46709998877", "canary text", SECRET);
    }

    /** By the JDK's client, since Spring's refuses to send what is no content type. */
    private static int statusForContentType(String type, String port, String body, long now) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/inbound/acme"))
                    .header("Content-Type", type)
                    .header("webhook-id", "id-1")
                    .header("webhook-timestamp", Long.toString(now))
                    .header("webhook-signature", new Webhook(SECRET).sign("id-1", now, body))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
