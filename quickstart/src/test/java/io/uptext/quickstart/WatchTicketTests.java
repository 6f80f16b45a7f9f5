/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.json.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A ticket opens what its wait token opens, once, anywhere, for a moment; all else in a query opens nothing. */
class WatchTicketTests {

    private static final int AT_ONCE = 16;
    private static final Duration LIFE = Duration.ofSeconds(30);

    private final JsonNode challenge = Running.create("{}");
    private final String token = challenge.path("waitToken").asString();

    @Test
    void it_is_handed_out_with_its_address_and_its_end() {
        Instant before = Instant.now();
        HttpResponse<String> answer = WatchTickets.ask("Bearer " + token);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode issued = Json.MAPPER.readTree(answer.body());
        String ticket = issued.path("ticket").asString();
        assertThat(ticket).matches("upt_[A-Za-z0-9_-]{43}");
        assertThat(issued.path("watchUrl").asString())
                .isEqualTo(Running.STACK.addresses().watchUrl() + "?ticket=" + ticket);
        assertThat(Instant.parse(issued.path("expiresAt").asString()))
                .isBetween(before.plus(LIFE).minusSeconds(1), Instant.now().plus(LIFE));
        assertThat(answer.body()).doesNotContain("upw_");
    }

    @Test
    void it_is_good_once_of_many_times_and_at_another_instance_too() {
        int second = Running.STACK.secondNotifier();
        int first = Running.STACK.addresses().notifier();
        Awaitility.await()
                .until(() -> Running.send(WatchTickets.poll(second, "")
                                        .header("Authorization", "Bearer " + token)
                                        .build())
                                .statusCode()
                        == 200);
        String query = query();
        List<Integer> statuses = IntStream.range(0, AT_ONCE)
                .mapToObj(i ->
                        WatchTickets.poll(i % 2 == 0 ? second : first, query).build())
                .map(request -> Running.STACK.http().sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(statuses).hasSize(AT_ONCE).containsOnlyOnce(200).contains(404);
        HttpResponse<String> there =
                Running.send(WatchTickets.poll(second, query()).build());
        assertThat(there.statusCode()).isEqualTo(200);
    }

    @Test
    void one_that_is_too_old_is_good_for_nothing() {
        String query = query();
        for (String key :
                Running.STACK.redisServer().say("KEYS uptext:ticket:*").lines().toList()) {
            Running.STACK.redisServer().say("PEXPIRE " + key.strip() + " 1");
        }
        Awaitility.await()
                .until(() ->
                        Running.STACK.redisServer().say("KEYS uptext:ticket:*").isBlank());
        assertThat(WatchTickets.show(query).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_no_good_ticket_gets_the_answer_of_a_wrong_token() {
        HttpResponse<String> wrong = WatchTickets.show("");
        assertThat(wrong.statusCode()).isEqualTo(404);
        String used = query();
        assertThat(WatchTickets.show(used).statusCode()).isEqualTo(200);
        String ticket = query().substring("?ticket=".length());
        Stream.of(
                        used,
                        "?ticket=",
                        "?ticket",
                        "?ticket=" + ticket + "A",
                        "?ticket=" + ticket.substring(0, ticket.length() - 1),
                        "?ticket=" + ticket.toUpperCase(Locale.ROOT),
                        "?ticket=" + flipped(ticket),
                        "?Ticket=" + ticket,
                        "?ticket=" + ticket + "&ticket=" + ticket,
                        "?ticket=" + ticket + "&ticket=",
                        "?ticket=" + ticket + ";ticket=" + ticket,
                        "?ticket[]=" + ticket,
                        "?ticket=" + ticket + "%00",
                        "?ticket=" + ticket + "%0d%0aX-Evil:%201",
                        "?ticket=%20" + ticket,
                        "?ticket=" + token,
                        "?ticket=" + challenge.path("id").asString(),
                        "?token=" + token,
                        "?access_token=" + token,
                        "?authorization=Bearer%20" + token,
                        "?waitToken=" + token,
                        ";ticket=" + ticket)
                .forEach(query -> {
                    HttpResponse<String> answer = WatchTickets.show(query);
                    assertThat(answer.statusCode()).as(query).isEqualTo(404);
                    if (query.startsWith("?")) {
                        assertThat(answer.body()).isEqualTo(wrong.body());
                        assertThat(answer.headers()).isEqualTo(wrong.headers());
                    }
                });
        assertThat(WatchTickets.show("?ticket=" + ticket).statusCode()).isEqualTo(200);
    }

    /** Whoever shows two of them has not made the request that was meant. */
    @Test
    void a_ticket_beside_a_token_is_refused_and_not_used_up() {
        String query = query();
        HttpResponse<String> both =
                Running.send(WatchTickets.poll(Running.STACK.addresses().notifier(), query)
                        .header("Authorization", "Bearer " + token)
                        .build());
        assertThat(both.statusCode()).isEqualTo(404);
        assertThat(both.body()).isEqualTo(WatchTickets.show("").body());
        assertThat(WatchTickets.show(query).statusCode()).isEqualTo(200);
    }

    @Test
    void only_a_good_token_gets_one() {
        String notFound = WatchTickets.show("").body();
        for (String authorization : List.of(
                "",
                "Bearer upw_AAAA",
                "Bearer upw_" + "A".repeat(43),
                "Bearer " + query().substring("?ticket=".length()),
                "Bearer " + Running.STACK.secrets().acmeKey(),
                "Basic " + token)) {
            HttpResponse<String> answer = WatchTickets.ask(authorization);
            assertThat(answer.statusCode()).as(authorization).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(notFound);
        }
    }

    private String query() {
        return "?ticket=" + WatchTickets.issued(challenge).path("ticket").asString();
    }

    private static String flipped(String ticket) {
        return ticket.substring(0, 10) + (ticket.charAt(10) == 'A' ? 'B' : 'A') + ticket.substring(11);
    }
}
