/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A relying party that repeats a request it has named, because it has no answer. */
class IdempotencyTests {

    private static final int AT_ONCE = 64;
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static int second;

    private final String number = Running.stranger();
    private final String body = "{\"msisdn\":\"" + number + "\"}";
    private final String name = "request-" + NAMES.incrementAndGet() + "-" + System.nanoTime();

    @BeforeAll
    static void startTheSecond() {
        second = Running.STACK.secondChallenge();
    }

    @Test
    void many_at_once_at_two_instances_make_one_challenge() throws Exception {
        List<HttpResponse<String>> answers = atTwoInstances(name, body);

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo(answers.getFirst().body());
        });
        Running.text(number, json(answers.getFirst()).path("code").asString());
        var _ = Running.awaitStatus(json(answers.getFirst()), "confirmed");
    }

    @Test
    void where_its_code_is_taken_all_instances_take_the_same_next_one() throws Exception {
        Pepper pepper = new Pepper(Running.STACK.secrets().pepper());
        for (long span = spanNow(); span <= spanNow() + 1; span++) {
            ChallengeCode code = FoundCodes.first(
                    pepper.numbers("code|" + String.join("|", "acme", "" + span, "50500", "ACME LOGIN", "SHORT", name)),
                    "ACME LOGIN");
            Running.RANDOM.nextCode(code.normal());
            assertThat(Running.create("{}").path("code").asString()).isEqualTo(code.normal());
        }

        List<HttpResponse<String>> answers = atTwoInstances(name, "{}");

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo(answers.getFirst().body());
        });
        JsonNode made = json(answers.getFirst());
        assertThat(made.path("text").asString())
                .isEqualTo("ACME LOGIN " + made.path("code").asString());
        Running.text(number, made.path("text").asString());
        var _ = Running.awaitStatus(made, "confirmed");
    }

    private static long spanNow() {
        return Running.CLOCK.millis() / Duration.ofMinutes(5).toMillis();
    }

    @Test
    void the_same_request_later_tells_where_the_challenge_stands() {
        HttpResponse<String> first = create(name, body);
        Running.text(number, json(first).path("code").asString());
        var _ = Running.awaitStatus(json(first), "confirmed");

        HttpResponse<String> again = create(name, body);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json(again).path("status").asString()).isEqualTo("confirmed");
        assertThat(json(again).path("waitToken")).isEqualTo(json(first).path("waitToken"));
        assertThat(json(again).path("createdAt")).isEqualTo(json(first).path("createdAt"));
    }

    @Test
    void another_request_of_the_same_name_is_refused() {
        assertThat(create(name, body).statusCode()).isEqualTo(201);

        HttpResponse<String> other = create(name, "{}");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency-mismatch");
    }

    @Test
    void names_are_a_relying_partys_own() {
        JsonNode ours = json(create(name, "{}"));
        JsonNode theirs = json(create(
                Running.STACK.addresses().challenge(), Running.STACK.secrets().otherKey(), name, "{}"));

        assertThat(theirs.path("id")).isNotEqualTo(ours.path("id"));
        assertThat(theirs.path("waitToken")).isNotEqualTo(ours.path("waitToken"));
        assertThat(theirs.path("code")).isNotEqualTo(ours.path("code"));
    }

    @Test
    void other_names_and_no_names_are_other_challenges() {
        assertThat(List.of(
                        json(create(name, "{}")).path("id"),
                        json(create(name + "'", "{}")).path("id"),
                        Running.create("{}").path("id"),
                        Running.create("{}").path("id")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words"})
    void what_is_no_name_is_refused(String wrong) {
        assertThat(create(wrong, "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void a_name_is_not_longer_than_128_characters() {
        assertThat(create("x".repeat(128), "{}").statusCode()).isEqualTo(201);
        assertThat(create("x".repeat(129), "{}").statusCode()).isEqualTo(400);
    }

    private static List<HttpResponse<String>> atTwoInstances(String name, String body) throws Exception {
        int first = Running.STACK.addresses().challenge();
        List<Callable<HttpResponse<String>>> requests = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            int port = i % 2 == 0 ? first : second;
            requests.add(() -> create(port, Running.STACK.secrets().acmeKey(), name, body));
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> each : threads.invokeAll(requests)) {
                answers.add(each.get());
            }
        }
        return answers;
    }

    private static HttpResponse<String> create(String name, String body) {
        return create(
                Running.STACK.addresses().challenge(), Running.STACK.secrets().acmeKey(), name, body);
    }

    private static HttpResponse<String> create(int port, String key, String name, String body) {
        return Running.send(HttpRequest.newBuilder(URI.create(Addresses.url(port) + "/v1/challenges"))
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", name)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body());
    }
}
