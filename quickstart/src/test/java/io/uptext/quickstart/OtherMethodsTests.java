/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.http.RawHttp;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An address says which methods it takes, to everybody and before anything else; HEAD is one wherever GET is. */
class OtherMethodsTests {

    private static final int CHALLENGE = Running.STACK.addresses().challenge();
    private static final int NOTIFIER = Running.STACK.addresses().notifier();
    private static final String KEY = Running.STACK.secrets().acmeKey();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT  | /v1/challenges                   | GET, HEAD, POST",
                "POST | /v1/challenges/chl_nothing       | GET, HEAD, DELETE",
                "GET  | /v1/challenges/chl_no/redemption | POST",
                "HEAD | /v1/challenges/chl_no/redemption | POST",
                "POST | /.well-known/jwks.json           | GET, HEAD",
                "POST | /openapi.json                    | GET, HEAD",
            })
    void challenge_service_says_which_it_takes(String method, String path, String allowed) throws IOException {
        assertRefused(exchange(CHALLENGE, method, path, ""), method, allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST    | /v1/watch            | GET, HEAD",
                "OPTIONS | /v1/watch            | GET, HEAD",
                "GET     | /v1/watch/tickets    | POST",
                "OPTIONS | /v1/watch/tickets    | POST",
                "DELETE  | /element/0/nothing.js | GET, HEAD",
            })
    void notifier_service_says_which_it_takes(String method, String path, String allowed) throws IOException {
        assertRefused(exchange(NOTIFIER, method, path, ""), method, allowed);
    }

    private static void assertRefused(String answer, String method, String allowed) {
        assertThat(RawHttp.statuses(answer)).as(answer).containsExactly(405);
        assertThat(header(answer, "Allow")).isEqualTo(allowed);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.contains("\"urn:uptext:problem:method-not-allowed\"")).isEqualTo(!method.equals("HEAD"));
    }

    @Test
    void whether_there_is_a_challenge_is_not_told_by_it() throws IOException {
        String there = Running.create("{}").path("id").asString();
        List<String> answers = List.of(
                exchange(CHALLENGE, "PATCH", "/v1/challenges/" + there, ""),
                exchange(CHALLENGE, "PATCH", "/v1/challenges/" + there, KEY),
                exchange(CHALLENGE, "PATCH", "/v1/challenges/chl_00000000000000000000000000", KEY),
                exchange(CHALLENGE, "PATCH", "/v1/challenges/chl_00000000000000000000000000", ""));

        assertThat(new TreeSet<>(answers))
                .hasSize(1)
                .first()
                .satisfies(answer -> assertThat(RawHttp.statuses(answer)).containsExactly(405));
    }

    @ParameterizedTest
    @CsvSource({"PUT, /v1/challenge", "HEAD, /v1/challenges/a/b", "POST, /actuator/env", "OPTIONS, /"})
    void an_address_that_there_is_not_stays_unknown(String method, String path) throws IOException {
        assertThat(RawHttp.statuses(exchange(CHALLENGE, method, path, ""))).containsExactly(404);
        assertThat(RawHttp.statuses(exchange(NOTIFIER, method, path, ""))).containsExactly(404);
    }

    @Test
    void HEAD_has_the_headers_of_GET_and_no_body() throws IOException {
        String own = "/v1/challenges/" + Running.create("{}").path("id").asString();
        for (String path : List.of("/openapi.json", "/.well-known/jwks.json", own)) {
            String get = exchange(CHALLENGE, "GET", path, KEY);
            String head = exchange(CHALLENGE, "HEAD", path, KEY);

            assertThat(RawHttp.statuses(get)).as(get).containsExactly(200);
            assertThat(head).isEqualTo(get.substring(0, get.indexOf("\r\n\r\n") + 4));
        }
    }

    @Test
    void HEAD_asks_for_a_key_as_GET_does() throws IOException {
        assertThat(RawHttp.statuses(exchange(CHALLENGE, "HEAD", "/v1/challenges", "")))
                .containsExactly(401);
        assertThat(RawHttp.statuses(exchange(CHALLENGE, "HEAD", "/v1/challenges", KEY)))
                .containsExactly(200);
        assertThat(RawHttp.statuses(exchange(NOTIFIER, "HEAD", "/v1/watch", "")))
                .containsExactly(404);
    }

    @Test
    void HEAD_of_a_stream_ends_at_once() throws IOException {
        JsonNode pending = Running.create("{}");
        String token = pending.path("waitToken").asString();

        String head = exchange(NOTIFIER, "HEAD", "/v1/watch", token);

        assertThat(RawHttp.statuses(head)).as(head).containsExactly(200);
        assertThat(header(head, "Content-Type")).startsWith("text/event-stream");
        assertThat(head).endsWith("\r\n\r\n").doesNotContain("pending");
        assertThat(Running.show(pending).path("status").asString()).isEqualTo("pending");
    }

    private static String exchange(int port, String method, String path, String bearer) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + (bearer.isEmpty() ? "" : "Authorization: Bearer " + bearer + "\r\n") + "\r\n";
        return RawHttp.exchange(port, request.getBytes(UTF_8));
    }

    private static String header(String answer, String name) {
        return Arrays.stream(answer.split("\r\n", -1))
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .findFirst()
                .map(line -> line.substring(name.length() + 1).strip())
                .orElse("");
    }
}
