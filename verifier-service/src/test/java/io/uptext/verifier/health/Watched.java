/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.verifier.VerifierService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole verifier, seen as operators and Kubernetes see it. */
final class Watched implements AutoCloseable {

    /** How soon health says what is wrong. */
    static final Duration AT_ONCE = Duration.ofSeconds(10);

    /** How soon all is well again. */
    static final Duration HEALED = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final ConfigurableApplicationContext service;

    Watched(String kafka, String redis, Clock clock, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--management.server.address=127.0.0.1",
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=" + kafka,
                "--uptext.redis.uri=" + redis,
                "--uptext.verifier.pepper=" + Base64.getEncoder().encodeToString(new byte[32])));
        arguments.addAll(List.of(more));
        ApplicationContextInitializer<GenericApplicationContext> ourClock =
                context -> context.registerBean("clock", Clock.class, () -> clock);
        service = VerifierService.application().initializers(ourClock).run(arguments.toArray(String[]::new));
    }

    /** The answer's status code. */
    int status(String path) {
        return get(path).statusCode();
    }

    HttpResponse<String> get(String path) {
        String port = service.getEnvironment().getRequiredProperty("local.management.port");
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("the management port does not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Components by their status. */
    Map<String, String> components() {
        Map<String, String> components = new TreeMap<>();
        json.readTree(get("health").body())
                .get("components")
                .properties()
                .forEach(each -> components.put(
                        each.getKey(), each.getValue().get("status").asString()));
        return components;
    }

    JsonNode details(String component) {
        return json.readTree(get("health").body()).at("/components/" + component + "/details");
    }

    void awaitHealthy() {
        await().atMost(HEALED)
                .untilAsserted(() -> assertThat(get("health"))
                        .extracting(HttpResponse::statusCode, HttpResponse::body)
                        .satisfies(answer -> assertThat(answer.getFirst())
                                .as(answer.toString())
                                .isEqualTo(200)));
        assertThat(status("health/readiness")).isEqualTo(200);
        assertThat(status("health/liveness")).isEqualTo(200);
    }

    /** Waits until these are down, no longer than promised. */
    void awaitDown(String... components) {
        await().atMost(AT_ONCE).untilAsserted(() -> {
            assertThat(status("health")).isEqualTo(503);
            for (String each : components) {
                assertThat(components()).containsEntry(each, "DOWN");
            }
        });
    }

    @Override
    public void close() {
        service.close();
        http.close();
    }
}
