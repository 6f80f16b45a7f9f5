/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.json.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Nobody learns by an answer whether somebody's number has ever signed in, or is locked. */
class EnumerationTests {

    private static final int MISSES = 5;

    /** What is another in each challenge, whoever it is for. */
    private static final Set<String> OF_EACH =
            Set.of("id", "code", "codeDisplay", "text", "smsLinks", "qrSvg", "createdAt", "expiresAt", "waitToken");

    @Test
    void a_known_an_unknown_and_a_locked_number_are_answered_alike() {
        String known = Running.stranger();
        confirm(known);
        String locked = Running.stranger();
        lock(locked);
        String unknown = Running.stranger();

        List<HttpResponse<String>> created = List.of(create(known), create(unknown), create(locked));
        List<HttpResponse<String>> shown =
                created.stream().map(EnumerationTests::show).toList();

        assertThat(created).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(created).extracting(EnumerationTests::masked).containsOnly(masked(created.getFirst()));
        assertThat(created).extracting(EnumerationTests::headers).containsOnly(headers(created.getFirst()));
        assertThat(shown).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(shown).extracting(EnumerationTests::masked).containsOnly(masked(shown.getFirst()));
        assertThat(shown).extracting(EnumerationTests::headers).containsOnly(headers(shown.getFirst()));

        // They are what they are called: a text confirms for the first two, and not for the third.
        text(known, created.get(0), "confirmed");
        text(unknown, created.get(1), "confirmed");
        text(locked, created.get(2), "pending");
    }

    /** At another site: how often this one has asked for a number lately it is told, since it knows. */
    private static void confirm(String number) {
        String other = Running.STACK.secrets().otherKey();
        JsonNode created = Json.MAPPER.readTree(create(number, other).body());
        Running.text(number, created.path("text").asString());
        String path = "/v1/challenges/" + created.path("id").asString();
        Awaitility.await()
                .until(() -> Running.api("GET", path, other, "").body().contains("\"confirmed\""));
    }

    private static void lock(String number) {
        String another = Json.MAPPER
                .readTree(create(Running.stranger()).body())
                .path("text")
                .asString();
        for (int i = 0; i < MISSES; i++) {
            Running.text(number, another);
        }
        Running.awaitVerifier();
    }

    private static void text(String number, HttpResponse<String> challenge, String status) {
        JsonNode created = Json.MAPPER.readTree(challenge.body());
        Running.text(number, created.path("text").asString());
        Running.awaitVerifier();
        var _ = Running.awaitStatus(created, status);
    }

    private static HttpResponse<String> create(String number) {
        return create(number, Running.STACK.secrets().acmeKey());
    }

    private static HttpResponse<String> create(String number, String key) {
        return Running.api(
                "POST", "/v1/challenges", key, "{\"msisdn\":\"" + number + "\",\"context\":{\"action\":\"Sign in\"}}");
    }

    private static HttpResponse<String> show(HttpResponse<String> challenge) {
        String id = Json.MAPPER.readTree(challenge.body()).path("id").asString();
        return Running.api(
                "GET", "/v1/challenges/" + id, Running.STACK.secrets().acmeKey(), "");
    }

    /** The body without what is another in each, in the order in which it came. */
    private static String masked(HttpResponse<String> answer) {
        ObjectNode body = (ObjectNode) Json.MAPPER.readTree(answer.body());
        OF_EACH.stream().filter(body::has).forEach(name -> body.put(name, "*"));
        return Json.MAPPER.writeValueAsString(body);
    }

    private static String headers(HttpResponse<String> answer) {
        TreeMap<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        // The QR code is a few bytes longer or shorter, as chance has it.
        headers.put("content-length", List.of("*"));
        // And each creation leaves the site one less, and is a moment later.
        return headers.toString().replaceAll(";t=\\d+", ";t=*").replaceAll("\"party\";r=\\d+", "\"party\";r=*");
    }
}
