/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.vocabulary.ApiKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Pages of one relying party read nothing of another's, with its browser's own token either; the registry is heeded at once. */
class WatchOriginTests {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Path FILE = Running.STACK.settings().registry();
    private static final String ACME = Addresses.url(Running.STACK.addresses().acme());
    private static final String HOSTED = Addresses.url(Running.STACK.addresses().challenge());
    private static final String THIRD = "https://login.third.example";
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String WATCH = "/v1/watch";
    private static final String TICKETS = "/v1/watch/tickets";

    private final JsonNode challenge = Running.create("{}");
    private final String token = challenge.path("waitToken").asString();
    private String before = "";

    @BeforeEach
    void addParty() throws IOException {
        before = Files.readString(FILE);
        Files.writeString(
                FILE,
                before + """
                  third:
                    keyword: THIRD
                    destination: "50500"
                    origins: ["%s"]
                    keys: [{id: third, hash: "%s"}]
                """.formatted(THIRD, ApiKey.random(new SecureRandom()).hash()));
        await().atMost(SOON).until(() -> allowed(preflight(WATCH, THIRD)).isPresent());
    }

    @AfterEach
    void removeParty() throws IOException {
        Files.writeString(FILE, before);
        await().atMost(SOON).until(() -> allowed(preflight(WATCH, THIRD)).isEmpty());
    }

    @Test
    void its_own_pages_and_ours_read_what_becomes_of_a_challenge() {
        for (String origin : new String[] {ACME, HOSTED}) {
            HttpResponse<String> answer = poll(origin, token);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(allowed(answer)).hasValue(origin);
            assertThat(answer.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Origin"));
            assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
            HttpResponse<String> ticket = ticket(origin, token);
            assertThat(ticket.statusCode()).isEqualTo(201);
            assertThat(allowed(ticket)).hasValue(origin);
        }
    }

    /** I11. It learns no more than with a token that nobody has. */
    @Test
    void another_partys_page_gets_the_answer_of_a_wrong_token() {
        String wrong = "upw_" + "A".repeat(43);
        assertSame(poll(THIRD, token), poll(THIRD, wrong));
        assertSame(ticket(THIRD, token), ticket(THIRD, wrong));
        String query =
                "?ticket=" + WatchTickets.issued(challenge).path("ticket").asString();
        HttpResponse<String> shown =
                Running.send(WatchTickets.poll(Running.STACK.addresses().notifier(), query)
                        .header("Origin", THIRD)
                        .build());
        assertSame(shown, poll(THIRD, wrong));
    }

    private static void assertSame(HttpResponse<String> foreign, HttpResponse<String> wrong) {
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(wrong.body()).doesNotContain("pending");
        assertThat(foreign.headers()).isEqualTo(wrong.headers());
    }

    @Test
    void whoever_may_ask_reads_why_there_is_no_answer() {
        HttpResponse<String> refused = poll(ACME, "upw_AAAA");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(allowed(refused)).hasValue(ACME);
        assertThat(refused.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValue("Retry-After");
    }

    @ParameterizedTest
    @CsvSource({WATCH + ",GET", TICKETS + ",POST"})
    void a_page_of_any_party_may_ask_and_no_other(String path, String method) {
        for (String origin : new String[] {ACME, HOSTED, THIRD}) {
            HttpResponse<String> preflight = preflight(path, origin);
            assertThat(preflight.statusCode()).isBetween(200, 204);
            assertThat(allowed(preflight)).hasValue(origin);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                    .hasValue(method);
            assertThat(preflight
                            .headers()
                            .firstValue("Access-Control-Allow-Headers")
                            .orElse(""))
                    .containsIgnoringCase("authorization");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
        }
        HttpResponse<String> stranger = preflight(path, THIRD + ".evil.example");
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(allowed(stranger)).isEmpty();
        assertThat(stranger.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Origin"));
    }

    @Test
    void an_origin_that_is_taken_out_reads_nothing_from_then_on() throws IOException {
        Files.writeString(FILE, before.replace('"' + ACME + '"', "\"https://elsewhere.acme.example\""));
        await().atMost(SOON).until(() -> poll(ACME, token).statusCode() == 403);
        assertThat(allowed(poll(ACME, token))).isEmpty();
        assertThat(allowed(ticket(ACME, token))).isEmpty();
        assertThat(poll("https://elsewhere.acme.example", token).statusCode()).isEqualTo(200);
    }

    private static Optional<String> allowed(HttpResponse<String> answer) {
        return answer.headers().firstValue(ALLOWED);
    }

    private static HttpResponse<String> poll(String origin, String token) {
        return Running.send(WatchTickets.poll(Running.STACK.addresses().notifier(), "")
                .header("Origin", origin)
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static HttpResponse<String> ticket(String origin, String token) {
        return Running.send(
                WatchTickets.post("Bearer " + token).header("Origin", origin).build());
    }

    static HttpResponse<String> preflight(String path, String origin) {
        return Running.send(HttpRequest.newBuilder(
                        URI.create(Addresses.url(Running.STACK.addresses().notifier()) + path))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", path.equals(WATCH) ? "GET" : "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
