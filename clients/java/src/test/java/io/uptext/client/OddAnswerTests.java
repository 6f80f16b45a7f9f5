/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are none of Uptext's, or not those that were hoped for. */
class OddAnswerTests {

    private static final ChallengeId ID = new ChallengeId("chl_0123456789abcdefghjkmnpqrs");
    private static final int MANY = 200;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Welcome to our hotel</html>",
                "",
                "[]",
                "null",
                "{\"id\":\"chl_0123456789abcdefghjkmnpqrs\"}",
                "{\"id\":\"../../other\",\"status\":\"confirmed\"}"
            })
    void what_is_no_challenge_is_not_taken_for_one(String body) {
        try (Peer peer = Peer.that(Peer.json(200, body))) {
            UptextClient client = peer.client().build();
            assertThatThrownBy(() -> client.read(ID)).isInstanceOf(UnexpectedAnswerException.class);
            assertThat(peer.requests).hasSize(1);
        }
    }

    @Test
    void a_status_that_nobody_knows_is_not_taken_for_another() {
        try (Peer peer = Peer.that(Peer.json(200, Peer.CONFIRMED.replace("confirmed", "nearly")))) {
            UptextClient client = peer.client().build();
            assertThatThrownBy(() -> client.read(ID)).isInstanceOf(UnexpectedAnswerException.class);
        }
    }

    @Test
    void an_answer_without_end_is_left() {
        AtomicLong written = new AtomicLong();
        byte[] part = new byte[65_536];
        try (Peer peer = Peer.that(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (written.get() < 1L << 30) {
                exchange.getResponseBody().write(part);
                written.addAndGet(part.length);
            }
        })) {
            UptextClient client = peer.client().build();
            assertThatThrownBy(() -> client.read(ID))
                    .isInstanceOf(UnexpectedAnswerException.class)
                    .hasMessageContaining("too large");
            // What had not been read yet lies in the buffers of two sockets.
            assertThat(written.get()).isLessThan(64L << 20);
        }
    }

    @Test
    void a_redirection_is_not_followed() {
        try (Peer elsewhere = Peer.that(Peer.json(200, Peer.CONFIRMED));
                Peer peer =
                        Peer.that(Peer.json(307, "", "Location", elsewhere.url().toString()))) {
            UptextClient client = peer.client().build();
            assertThatThrownBy(() -> client.read(ID)).isInstanceOf(UnexpectedAnswerException.class);
            assertThat(elsewhere.requests).isEmpty();
        }
    }

    @Test
    void an_error_page_of_a_proxy_is_a_problem_without_words() {
        try (Peer peer = Peer.that(exchange -> {
            byte[] page = "<html>+46701234567</html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(404, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        })) {
            UptextClient client = peer.client().build();
            assertThatThrownBy(() -> client.read(ID))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.type()).isEqualTo(ProblemType.OTHER);
                        assertThat(problem.detail()).isEmpty();
                    })
                    .hasMessage("answered with 404 about:blank");
        }
    }

    @Test
    void cancelling_what_is_decided_says_what_was_decided() {
        try (Peer peer = Peer.that(Peer.problem(409, "already-decided"), Peer.json(200, Peer.CONFIRMED))) {
            assertThat(peer.client().build().cancel(ID).status()).isEqualTo(ChallengeStatus.CONFIRMED);
            assertThat(peer.requests).extracting(Peer.Request::method).containsExactly("DELETE", "GET");
        }
    }

    @Test
    void nothing_prints_a_number_a_code_or_a_secret() {
        List<String> canaries = List.of(
                "46701234567",
                "7KQ4M2XHC",
                "7KQ4-M2XH-C",
                "secretsecret",
                "0123456789abcdef\n",
                "a.b.c",
                "canary",
                Peer.KEY);
        CodeVerifier verifier = CodeVerifier.draw();
        NewChallenge wish = NewChallenge.boundTo(new Msisdn("+46701234567"))
                .with(new Nonce("canary"))
                .with(verifier)
                .with(Map.of("a", "canary"));
        try (Peer peer = Peer.that(
                Peer.json(201, Peer.CREATED),
                Peer.json(200, Peer.CONFIRMED),
                Peer.json(200, Peer.REDEEMED),
                Peer.json(400, "{\"type\":\"+46701234567\",\"title\":\"canary\",\"detail\":\"7KQ4M2XHC\"}"),
                Peer.json(200, "{\"id\":\"chl_0123456789abcdefghjkmnpqrs\",\"createdAt\":\"+46701234567\"}"))) {
            UptextClient client = peer.client().build();
            List<Object> printed = new ArrayList<>(List.of(wish, verifier, client));
            CreatedChallenge created = client.create(wish);
            printed.addAll(List.of(created, created.smsLinks(), created.waitToken()));
            printed.add(client.read(ID));
            printed.add(client.redeem(ID, verifier, new IdempotencyKey("k")));
            for (int i = 0; i < 2; i++) {
                for (Throwable e = catchThrowable(() -> client.read(ID)); e != null; e = e.getCause()) {
                    printed.add(e);
                }
            }
            assertThat(printed).hasSizeGreaterThan(9);
            for (Object object : printed) {
                assertThat(String.valueOf(object)).doesNotContain(canaries).doesNotContain(verifier.value());
            }
        }
    }

    @Test
    void an_id_cannot_lead_elsewhere() {
        for (String id : List.of("../keys", "chl_../x", "chl_a?b", "chl_", "chl_A", "chl_a/redemption")) {
            assertThatThrownBy(() -> new ChallengeId(id)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_path_below_the_url_is_kept() {
        try (Peer peer = Peer.that(Peer.json(200, Peer.CONFIRMED))) {
            Peer.clientOf(URI.create(peer.url() + "/uptext/")).build().read(ID);
            assertThat(peer.requests.getFirst().path()).isEqualTo("/uptext/v1/challenges/" + ID);
        }
    }

    @Test
    void many_that_wait_need_one_thread() {
        CountDownLatch now = new CountDownLatch(1);
        Peer.Answer late = exchange -> {
            now.await();
            Peer.json(200, Peer.CONFIRMED).give(exchange);
        };
        try (Peer peer = Peer.that(late);
                ExecutorService one = Executors.newSingleThreadExecutor()) {
            AsyncUptextClient client = peer.client()
                    .executor(one)
                    .attemptTimeout(Duration.ofSeconds(20))
                    .build()
                    .async();
            List<CompletableFuture<Challenge>> coming =
                    IntStream.range(0, MANY).mapToObj(_ -> client.read(ID)).toList();
            // They are all on their way at once, although there is but one thread.
            await().until(() -> peer.requests.size() == MANY);
            now.countDown();
            assertThat(coming)
                    .allSatisfy(each -> assertThat(Waiting.until(each).id()).isEqualTo(ID));
        }
    }
}
