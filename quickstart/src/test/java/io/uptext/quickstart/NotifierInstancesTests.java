/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Any instance serves any browser. Sharing outcomes out among instances instead would leave half of them waiting. */
class NotifierInstancesTests {

    private static final int CHALLENGES = 12;

    @Test
    void a_browser_on_either_instance_hears_of_every_outcome() throws Exception {
        int first = Running.STACK.addresses().notifier();
        int second = Running.STACK.secondNotifier();
        try (HttpClient http = HttpClient.newHttpClient()) {
            List<JsonNode> challenges = new ArrayList<>();
            List<BufferedReader> browsers = new ArrayList<>();
            for (int i = 0; i < CHALLENGES; i++) {
                JsonNode challenge = Running.create("{}");
                challenges.add(challenge);
                browsers.add(watch(http, first, challenge));
                browsers.add(watch(http, second, challenge));
            }
            for (JsonNode challenge : challenges) {
                Running.text(Running.NUMBER, challenge.path("code").asString(""));
            }
            for (BufferedReader browser : browsers) {
                List<String> events = browser.lines()
                        .filter(line -> line.startsWith("event:") || line.startsWith("data:"))
                        .toList();
                assertThat(events.getFirst()).isEqualTo("event:state");
                assertThat(events.getLast()).contains("\"confirmed\"").doesNotContain(Running.NUMBER);
            }
        }
    }

    private static BufferedReader watch(HttpClient http, int port, JsonNode challenge) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Addresses.url(port) + "/v1/watch"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + challenge.path("waitToken").asString(""))
                .build();
        HttpResponse<InputStream> answer = Awaitility.await()
                .until(
                        () -> http.send(request, HttpResponse.BodyHandlers.ofInputStream()),
                        response -> response.statusCode() == 200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }
}
