/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.http.HttpConventions;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewLog;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.server.WebExceptionHandler;

/** What a browser hears that asks again and again, where something on the way holds streams back. */
class LongPollTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TIMES =
            "\"expiresAt\":\"2026-11-24T08:03:00.000Z\",\"now\":\"2026-11-24T08:00:00.000Z\"}";
    private static final String PENDING = "{\"status\":\"pending\"," + TIMES;

    private final AnnotationConfigApplicationContext platform =
            new AnnotationConfigApplicationContext(HttpConventions.class);
    private final ChallengeView view = new ChallengeView();
    private final Watchers watchers = new Watchers(view, Clock.fixed(Story.START, ZoneOffset.UTC));
    private final WebTestClient client = WebTestClient.bindToRouterFunction(
                    new WatchApi(watchers, view, Duration.ofMinutes(1), Duration.ofSeconds(2)).routes())
            .handlerStrategies(HandlerStrategies.builder()
                    .exceptionHandler(platform.getBean(WebExceptionHandler.class))
                    .build())
            .configureClient()
            .responseTimeout(PATIENCE)
            .build();

    @BeforeEach
    void theViewIsCurrentAndHasOneChallenge() {
        ViewLog.hasReadAll(view);
        view.apply(Story.created(), Story.KEY);
    }

    @AfterEach
    void closePlatform() {
        platform.close();
    }

    @Test
    void the_first_poll_is_answered_at_once() {
        assertThat(poll("wait=0")).isEqualTo(PENDING);
        assertThat(poll("")).isEqualTo(PENDING);
    }

    @Test
    void a_poll_waits_for_the_outcome() throws Exception {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> poll("wait=25"));
        awaitWatcher();
        ViewLog.tell(view, Story.confirmed());
        assertThat(answer.get()).isEqualTo("{\"status\":\"confirmed\"," + TIMES);
    }

    @Test
    void a_poll_tells_of_a_text_that_did_not_confirm() throws Exception {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> poll("wait=25"));
        awaitWatcher();
        ViewLog.tell(view, Story.wrongPhone());
        assertThat(answer.get()).isEqualTo("{\"status\":\"pending\",\"flaw\":\"wrong_phone\"," + TIMES);
    }

    @Test
    void a_poll_that_nothing_happens_to_says_where_the_challenge_stands() {
        assertThat(poll("respond-async, wait=1")).isEqualTo(PENDING);
        assertThat(watchers.count(Story.TOKEN.hash())).isZero();
    }

    @Test
    void what_has_ended_is_told_at_once() {
        ViewLog.tell(view, Story.denied());
        assertThat(poll("wait=25")).isEqualTo("{\"status\":\"denied\",\"reason\":\"code_in_use\"," + TIMES);
    }

    @Test
    void a_wrong_token_is_answered_as_in_a_stream() {
        client.get()
                .uri("/v1/watch")
                .header(HttpHeaders.AUTHORIZATION, "Bearer upw_AAAA")
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private void awaitWatcher() {
        Awaitility.await().until(() -> watchers.count(Story.TOKEN.hash()) == 1);
    }

    private String poll(String prefer) {
        String body = client.get()
                .uri("/v1/watch")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + Story.TOKEN.reveal())
                .header("Prefer", prefer)
                .accept(MediaType.APPLICATION_JSON)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }
}
