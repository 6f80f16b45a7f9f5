/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a browser hears that asks again and again, where something on the way holds streams back. */
class LongPollTests {

    private static final String TIMES =
            "\"expiresAt\":\"2026-11-24T08:03:00.000Z\",\"now\":\"2026-11-24T08:00:00.000Z\"}";
    private static final String PENDING = "{\"status\":\"pending\"," + TIMES;

    private final Edge edge = Edge.withOneChallenge();

    @AfterEach
    void closeEdge() {
        edge.close();
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
        edge.tell(Story.confirmed());
        assertThat(answer.get()).isEqualTo("{\"status\":\"confirmed\"," + TIMES);
    }

    @Test
    void a_poll_tells_of_a_text_that_did_not_confirm() throws Exception {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> poll("wait=25"));
        awaitWatcher();
        edge.tell(Story.wrongPhone());
        assertThat(answer.get()).isEqualTo("{\"status\":\"pending\",\"flaw\":\"wrong_phone\"," + TIMES);
    }

    @Test
    void a_poll_that_nothing_happens_to_says_where_the_challenge_stands() {
        assertThat(poll("respond-async, wait=1")).isEqualTo(PENDING);
        assertThat(edge.waiting()).isZero();
    }

    @Test
    void what_has_ended_is_told_at_once() {
        edge.tell(Story.denied());
        assertThat(poll("wait=25")).isEqualTo("{\"status\":\"denied\",\"reason\":\"code_in_use\"," + TIMES);
    }

    @Test
    void a_wrong_token_is_answered_as_in_a_stream() {
        HttpResponse<String> answer =
                Browser.ask(edge, "Authorization", "Bearer upw_AAAA", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private void awaitWatcher() {
        Awaitility.await().until(() -> edge.waiting() == 1);
    }

    private String poll(String prefer) {
        HttpResponse<String> answer = Browser.ask(
                edge,
                "Authorization",
                "Bearer " + Story.TOKEN.reveal(),
                "Prefer",
                prefer,
                "Accept",
                "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return answer.body();
    }
}
