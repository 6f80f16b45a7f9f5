/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.vocabulary.ApiKey;
import io.uptext.platform.json.Json;
import io.uptext.quickstart.phone.Phone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What relying parties may create holds over two instances, also when there is no Redis. */
class LimitsTests {

    private static final int AT_ONCE = 64;
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final AtomicInteger PARTIES = new AtomicInteger();

    private static Stack stack;
    private static List<Integer> instances;

    private final String number = "+46709%06d".formatted(NUMBERS.incrementAndGet());

    @BeforeAll
    static void start() {
        Path folder =
                Path.of("target", "run", "limits-" + ProcessHandle.current().pid());
        stack = Stack.start(folder, Addresses.free(), List.of(), _ -> {});
        instances = List.of(stack.addresses().challenge(), stack.secondChallenge());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void a_number_has_three_open_challenges_at_most_and_an_outcome_makes_room() throws IOException {
        ApiKey key = party("{creations-per-number: 4}");
        String body = bound(number);
        List<JsonNode> three = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            three.add(created(create(i, key, body)));
        }

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> refused = create(i, key, body);
            assertRefused(refused, "open challenges");
            assertThat(seconds(refused)).isBetween(100L, 180L);
            assertThat(field(refused, "RateLimit-Policy"))
                    .isEqualTo("\"party\";q=600;w=60, \"number\";q=4;w=600, \"open\";q=3");
            assertThat(field(refused, "RateLimit")).contains("\"number\";r=1;t=", "\"open\";r=0;t=");
        }

        confirm(key, three.get(1));
        HttpResponse<String> fourth = create(1, key, body);
        assertThat(fourth.statusCode()).as(fourth.body()).isEqualTo(201);
        assertThat(field(fourth, "RateLimit")).contains("\"number\";r=0;t=", "\"open\";r=0;t=");
        confirm(key, created(fourth));
        assertRefused(create(0, key, body), "too many challenges that name this number");
        assertThat(create(0, key, bound(number + "1")).statusCode()).isEqualTo(201);
    }

    @Test
    void a_cap_on_what_is_outstanding_is_not_overrun_by_many_at_once() throws Exception {
        ApiKey key = party("{outstanding: 20}");

        List<HttpResponse<String>> answers = atOnce(i -> create(i, key, "{}"));

        List<JsonNode> made = answers.stream()
                .filter(each -> each.statusCode() == 201)
                .map(LimitsTests::created)
                .toList();
        assertThat(made).hasSize(20);
        assertThat(answers)
                .filteredOn(each -> each.statusCode() != 201)
                .allSatisfy(each -> assertRefused(each, "One that ends makes room"))
                .allSatisfy(each -> assertThat(field(each, "RateLimit")).contains("\"outstanding\";r=0;t="));
        confirm(key, made.getFirst());
        assertThat(create(1, key, "{}").statusCode()).isEqualTo(201);
        assertThat(create(0, key, "{}").statusCode()).isEqualTo(429);
    }

    @Test
    void a_named_request_counts_once_and_is_never_refused_for_itself() throws Exception {
        ApiKey key = party("{creations-per-minute: 1}");

        List<HttpResponse<String>> answers =
                atOnce(i -> send(request(i, key, "{}").header("Idempotency-Key", "once")));

        assertThat(answers).allSatisfy(each -> assertThat(each.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> refused = create(i, key, "{}");
            assertRefused(refused, "You have created too many challenges.");
            assertThat(seconds(refused)).isBetween(1L, 60L);
        }
        assertThat(send(request(1, key, "{}").header("Idempotency-Key", "once")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void an_end_users_address_counts_by_its_prefix_and_one_that_is_none_is_refused() throws IOException {
        ApiKey key = party("{creations-per-end-user: 2}");

        assertThat(create(0, key, from("2001:db8:1:2::1")).statusCode()).isEqualTo(201);
        assertThat(create(1, key, from("2001:db8:1:2:ffff::9")).statusCode()).isEqualTo(201);
        assertRefused(create(0, key, from("2001:db8:1:2::3")), "end user's address");
        assertThat(create(0, key, from("2001:db8:1:3::3")).statusCode()).isEqualTo(201);
        assertThat(create(0, key, from("localhost")).statusCode()).isEqualTo(422);
    }

    @Test
    void a_thousand_addresses_do_not_get_round_the_limit_of_their_relying_party() throws IOException {
        ApiKey key = party("{creations-per-minute: 6}");
        long begin = System.nanoTime();
        int admitted = 0;
        for (int i = 0; i < 1_000; i++) {
            admitted += create(i, key, from("10.0.%d.%d".formatted(i / 250, i % 250)))
                                    .statusCode()
                            == 201
                    ? 1
                    : 0;
        }

        assertThat(admitted).isBetween(6, 6 + refilled(begin));
    }

    @Test
    void without_Redis_the_limits_hold_and_with_it_again_it_counts_again() throws Exception {
        ApiKey key = party("{creations-per-minute: 6, creations-per-number: 100, outstanding: 5}");
        created(create(0, key, bound(number)));
        long begin = System.nanoTime();

        stack.killRedis();

        for (int i = 0; i < 2; i++) {
            JsonNode made = created(create(i, key, bound(number)));
            await().atMost(SOON).until(() -> show(0, key, made) == 200 && show(1, key, made) == 200);
        }
        assertRefused(create(0, key, bound(number)), "open challenges");
        assertRefused(create(1, key, bound(number)), "open challenges");
        for (int i = 0; i < 2; i++) {
            JsonNode made = created(create(i, key, "{}"));
            await().atMost(SOON).until(() -> show(0, key, made) == 200 && show(1, key, made) == 200);
        }
        assertRefused(create(0, key, "{}"), "One that ends makes room");
        assertRefused(create(1, key, "{}"), "One that ends makes room");

        stack.restartRedis();

        ApiKey other = party("{outstanding: 20}");
        await().atMost(SOON).until(() -> {
            created(create(0, other, "{}"));
            return stack.redisServer().say("KEYS uptext:limit:*").contains("uptext:limit:");
        });
        // Redis knows nothing of what was before; the instances do.
        assertRefused(create(0, key, bound(number)), "open challenges");
        assertRefused(create(1, key, "{}"), "One that ends makes room");
        assertThat(stack.redisServer().say("KEYS *")).doesNotContain(number.substring(1));
        assertThat(refilled(begin)).isPositive();
    }

    /** How many a limit of six in a minute has allowed again since, and one for the moment. */
    private static int refilled(long begin) {
        return (int) Duration.ofNanos(System.nanoTime() - begin).toSeconds() / 10 + 1;
    }

    private static List<HttpResponse<String>> atOnce(IntFunction<HttpResponse<String>> request) throws Exception {
        List<Callable<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            int each = i;
            all.add(() -> request.apply(each));
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    /** A relying party with these limits, known to both instances. */
    private static ApiKey party(String limits) throws IOException {
        ApiKey key = ApiKey.random(new SecureRandom());
        int number = PARTIES.incrementAndGet();
        String yaml =
                """
              limited-%d:
                keyword: LIMITED %d
                destination: "50500"
                limits: %s
                keys:
                  - id: "%s"
                    hash: "%s"
            """.formatted(number, number, limits, key.id(), key.hash()).indent(0);
        Path file = stack.settings().registry();
        Files.writeString(file, Files.readString(file) + yaml);
        for (int i = 0; i < 2; i++) {
            int instance = i;
            await().atMost(SOON).until(() -> get(instance, key, "chl_nothing").statusCode() == 404);
        }
        return key;
    }

    private static void assertRefused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:uptext:problem:rate-limited", why);
        assertThat(seconds(answer)).isPositive();
    }

    private static long seconds(HttpResponse<String> answer) {
        return Long.parseLong(field(answer, "Retry-After"));
    }

    private static String field(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<String> create(int instance, ApiKey key, String body) {
        return send(request(instance, key, body));
    }

    private static HttpRequest.Builder request(int instance, ApiKey key, String body) {
        return HttpRequest.newBuilder(URI.create(url(instance) + "/v1/challenges"))
                .header("Authorization", "Bearer " + key.reveal())
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> get(int instance, ApiKey key, String id) {
        return send(HttpRequest.newBuilder(URI.create(url(instance) + "/v1/challenges/" + id))
                .header("Authorization", "Bearer " + key.reveal()));
    }

    private static int show(int instance, ApiKey key, JsonNode challenge) {
        return get(instance, key, challenge.path("id").asString()).statusCode();
    }

    private static JsonNode created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.MAPPER.readTree(answer.body());
    }

    /** Until both instances know. */
    private void confirm(ApiKey key, JsonNode challenge) {
        HttpRequest text = stack.phone()
                .webhook(Phone.TWILIO, number, "50500", challenge.path("code").asString());
        assertThat(send(text).statusCode()).isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            int instance = i;
            await().atMost(SOON)
                    .until(() -> get(instance, key, challenge.path("id").asString())
                            .body()
                            .contains("\"confirmed\""));
        }
    }

    private static String url(int instance) {
        return Addresses.url(instances.get(instance % instances.size()));
    }

    private static String bound(String number) {
        return "{\"msisdn\":\"" + number + "\"}";
    }

    private static String from(String address) {
        return "{\"endUserIp\":\"" + address + "\"}";
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request.build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        return new RelyingParty(stack).send(request);
    }
}
