/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes again, under which name, and what does not. */
class RepetitionTests {

    private static final ChallengeId ID = new ChallengeId("chl_0123456789abcdefghjkmnpqrs");
    private static final Duration SHORT = Duration.ofMillis(300);

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_server_in_trouble_is_asked_again_by_the_same_name(int status) {
        try (Peer peer = Peer.that(
                Peer.problem(status, "unavailable"),
                Peer.problem(status, "unavailable"),
                Peer.json(201, Peer.CREATED))) {
            assertThat(peer.client().build().create(NewChallenge.open()).id()).isEqualTo(ID);
            assertThat(peer.requests).hasSize(3);
            assertThat(peer.requests)
                    .extracting(request -> request.header("Idempotency-Key"))
                    .containsOnly(peer.requests.getFirst().header("Idempotency-Key"));
            assertThat(peer.requests.getFirst().header("Idempotency-Key")).hasSizeGreaterThan(20);
            assertThat(peer.requests).extracting(Peer.Request::body).containsOnly("{}");
        }
    }

    @Test
    void two_wishes_have_two_names() {
        try (Peer peer = Peer.that(Peer.json(201, Peer.CREATED))) {
            UptextClient client = peer.client().build();
            client.create(NewChallenge.open());
            client.create(NewChallenge.open());
            assertThat(peer.requests)
                    .extracting(request -> request.header("Idempotency-Key"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_name_of_ones_own_is_kept() {
        try (Peer peer = Peer.that(Peer.reset(), Peer.json(200, Peer.REDEEMED))) {
            peer.client().build().redeem(ID, null, new IdempotencyKey("session-1"));
            assertThat(peer.requests).hasSize(2);
            assertThat(peer.requests)
                    .extracting(request -> request.header("Idempotency-Key"))
                    .containsOnly("session-1");
        }
    }

    @Test
    void it_waits_as_long_as_it_is_told() {
        try (Peer peer =
                Peer.that(Peer.problem(503, "unavailable", "Retry-After", "1"), Peer.json(201, Peer.CREATED))) {
            long begun = System.nanoTime();
            peer.client().build().create(NewChallenge.open());
            // The pause by our own reckoning would be 0.2 s at most.
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void who_shall_wait_longer_than_there_is_time_is_told_at_once() {
        try (Peer peer = Peer.that(Peer.problem(503, "unavailable", "Retry-After", "3600"))) {
            UptextClient client = peer.client().build();
            ProblemException problem =
                    catchThrowableOfType(ProblemException.class, () -> client.create(NewChallenge.open()));
            assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
            assertThat(problem.retryAfter()).contains(Duration.ofHours(1));
            assertThat(peer.requests).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,malformed",
        "401,unauthenticated",
        "403,forbidden",
        "404,not-found",
        "409,already-redeemed",
        "422,impossible-number",
        "429,limited"
    })
    void an_answer_in_the_400s_is_an_answer(int status, String type) {
        try (Peer peer = Peer.that(Peer.problem(status, type, "Retry-After", "7"), Peer.json(201, Peer.CREATED))) {
            UptextClient client = peer.client().build();
            ProblemException problem =
                    catchThrowableOfType(ProblemException.class, () -> client.create(NewChallenge.open()));
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.typeUri()).isEqualTo("urn:uptext:problem:" + type);
            assertThat(problem.retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(problem.detail()).isEqualTo("D");
            assertThat(problem).hasMessage("answered with " + status + " urn:uptext:problem:" + type);
            assertThat(peer.requests).hasSize(1);
        }
    }

    @Test
    void a_server_that_comes_up_late_is_reached() throws Exception {
        int port = freePort();
        CompletableFuture<CreatedChallenge> coming = Peer.clientOf(URI.create("http://127.0.0.1:" + port))
                .build()
                .async()
                .create(NewChallenge.open());
        try (Peer peer = Peer.at(port, Peer.json(201, Peer.CREATED))) {
            assertThat(Waiting.until(coming).id()).isEqualTo(ID);
            assertThat(peer.requests).hasSize(1);
        }
    }

    @Test
    void nobody_there_is_said_when_the_time_is_over() throws Exception {
        UptextClient client = Peer.clientOf(URI.create("http://127.0.0.1:" + freePort()))
                .totalTimeout(Duration.ofSeconds(1))
                .build();
        assertThatThrownBy(() -> client.read(ID))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("tries");
    }

    @Test
    void a_server_that_does_not_answer_is_given_up_and_asked_again() {
        CountDownLatch never = new CountDownLatch(1);
        try (Peer peer = Peer.that(exchange -> never.await(), Peer.json(200, Peer.CONFIRMED))) {
            UptextClient client = peer.client().attemptTimeout(SHORT).build();
            assertThat(client.read(ID).status()).isEqualTo(ChallengeStatus.CONFIRMED);
            assertThat(peer.requests).hasSize(2);
        }
    }

    @Test
    void a_body_that_comes_in_drops_is_given_up() {
        CountDownLatch never = new CountDownLatch(1);
        try (Peer peer = Peer.that(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    never.await();
                },
                Peer.json(200, Peer.CONFIRMED))) {
            UptextClient client = peer.client().attemptTimeout(SHORT).build();
            assertThat(client.read(ID).status()).isEqualTo(ChallengeStatus.CONFIRMED);
            assertThat(peer.requests).hasSize(2);
        }
    }

    @Test
    void a_cancelled_future_asks_no_more() {
        try (Peer peer = Peer.that(Peer.problem(503, "unavailable", "Retry-After", "1"))) {
            CompletableFuture<Challenge> coming = peer.client().build().async().read(ID);
            await().until(() -> peer.requests.size() == 1);
            coming.cancel(true);
            assertThat(coming).isCancelled();
            await().during(Duration.ofMillis(1500)).until(() -> peer.requests.size() == 1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
