/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Without Redis there are no tickets, and everybody else watches on. */
class TicketOutageTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void without_redis_tickets_get_503_and_wait_tokens_are_served() throws Exception {
        Path folder =
                Path.of("target", "run", "tickets-" + ProcessHandle.current().pid());
        try (Stack stack = Stack.start(folder, Addresses.free(), List.of(), _ -> {})) {
            RelyingParty acme = new RelyingParty(stack);
            JsonNode challenge = acme.create("{}");
            String token = challenge.path("waitToken").asString();
            String ticket = Json.MAPPER
                    .readTree(awaitIssued(acme, stack, token).body())
                    .path("ticket")
                    .asString();
            HttpResponse<Stream<String>> stream =
                    stack.http().send(watch(stack, "", token).build(), HttpResponse.BodyHandlers.ofLines());

            stack.killRedis();

            BadInputTests.assertProblem(acme.send(issue(stack, token)), 503, "unavailable");
            BadInputTests.assertProblem(
                    acme.send(watch(stack, "?ticket=" + ticket, "").build()), 503, "unavailable");
            assertThat(acme.send(watch(stack, "?ticket=upt_AAAA", "").build()).statusCode())
                    .isEqualTo(404);
            assertThat(acme.send(poll(stack, token)).statusCode()).isEqualTo(200);
            assertThat(stream.body().filter(line -> line.startsWith("data:")).findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains("pending"));

            stack.restartRedis();
            awaitIssued(acme, stack, token);
            assertThat(acme.send(watch(stack, "?ticket=" + ticket, "").build()).statusCode())
                    .isEqualTo(404);
        }
    }

    private static HttpResponse<String> awaitIssued(RelyingParty acme, Stack stack, String token) {
        return Awaitility.await()
                .atMost(SOON)
                .until(() -> acme.send(issue(stack, token)), answer -> answer.statusCode() == 201);
    }

    private static HttpRequest issue(Stack stack, String token) {
        return HttpRequest.newBuilder(URI.create(stack.addresses().watchUrl() + "/tickets"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static HttpRequest poll(Stack stack, String token) {
        return watch(stack, "", token).header("Accept", "application/json").build();
    }

    private static HttpRequest.Builder watch(Stack stack, String query, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(stack.addresses().watchUrl() + query));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
