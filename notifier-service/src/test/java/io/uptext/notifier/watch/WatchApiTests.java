/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.notifier.recent.Ending;
import io.uptext.notifier.recent.TokenKey;
import io.uptext.platform.json.Json;
import io.uptext.platform.view.ChallengeStatus;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WatchApiTests {

    private static final String BEARER = "Bearer " + Story.TOKEN.reveal();

    private Edge edge = Edge.withOneChallenge();

    @AfterEach
    void closeEdge() {
        edge.close();
    }

    @Test
    void a_decided_challenge_is_one_event_without_the_number() {
        edge.tell(Story.confirmed());

        HttpResponse<String> answer = Browser.ask(edge, "Authorization", BEARER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map())
                .containsEntry("content-type", List.of("text/event-stream"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("x-accel-buffering", List.of("no"))
                .containsEntry("vary", List.of("Origin"));
        assertThat(answer.body())
                .startsWith("event:state\nretry:2")
                .endsWith("\n\n")
                .contains("\"status\":\"confirmed\"", "\"now\":\"2026-11-24T08:00:00.000Z\"")
                .containsOnlyOnce("event:")
                .doesNotContain(Story.CANARY, "7KQ4", "msg_", "chl_", "null");
    }

    @Test
    void an_event_has_the_documented_fields_and_no_other() {
        assertThat(wire(edge.watchers.state(
                        edge.watchers.find(TokenKey.of(Story.TOKEN.hash())).orElseThrow())))
                .isEqualTo("{\"status\":\"pending\",\"expiresAt\":\"2026-11-24T08:03:00.000Z\","
                        + "\"now\":\"2026-11-24T08:00:00.000Z\"}");
        assertThat(wire(WatchEvent.Ended.of(new Ending(ChallengeStatus.DENIED, DenialReason.CODE_IN_USE, null))))
                .isEqualTo("{\"status\":\"denied\",\"reason\":\"code_in_use\"}");
    }

    @ParameterizedTest
    @EnumSource
    void every_flaw_is_told_by_the_word_of_the_contract(AttemptFlaw flaw) {
        assertThat(wire(new WatchEvent.Attempt(flaw)))
                .isEqualTo("{\"flaw\":\"" + flaw.name().toLowerCase(Locale.ROOT) + "\"}");
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_is_told_by_the_word_of_the_contract(DenialReason reason) {
        String word = reason.name().toLowerCase(Locale.ROOT);
        assertThat(wire(new WatchEvent.Ended(ChallengeStatus.DENIED, reason, null)))
                .isEqualTo("{\"status\":\"denied\",\"reason\":\"" + word + "\"}");
    }

    private static String wire(WatchEvent event) {
        return Json.MAPPER.writeValueAsString(event);
    }

    @Test
    void heartbeats_are_comments_until_the_outcome() {
        edge.close();
        edge = new Edge(new Wheel.Pace(Duration.ofMillis(5), Duration.ofMinutes(1)));
        edge.hasReadAll();
        edge.tell(Story.created());
        Browser browser = Browser.watching(edge);

        assertThat(browser.next()).first().isEqualTo("event:state");
        assertThat(browser.next()).containsExactly(":");
        assertThat(browser.next()).containsExactly(":");
        edge.tell(Story.confirmed());

        assertThat(browser.rest())
                .filteredOn(line -> !line.isEmpty() && !line.equals(":"))
                .containsExactly("event:outcome", "data:{\"status\":\"confirmed\"}");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "no header, -",
                "no scheme, upw_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "another scheme, Basic dXNlcjpwYXNz",
                "too short, Bearer upw_AAAA",
                "no token, Bearer ",
                "an API key, Bearer upk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "unknown, UNKNOWN"
            })
    void every_token_that_is_not_one_has_the_same_answer(String what, String header) {
        byte[] other = new byte[WaitToken.BYTES];
        Arrays.fill(other, (byte) 1);
        String sent = "UNKNOWN".equals(header) ? "Bearer " + WaitToken.of(other).reveal() : header;

        HttpResponse<String> answer = sent == null ? Browser.ask(edge) : Browser.ask(edge, "Authorization", sent);

        assertThat(answer.statusCode()).as(what).isEqualTo(404);
        assertThat(answer.body())
                .as(what)
                .isEqualTo("{\"type\":\"urn:uptext:problem:not-found\",\"title\":\"Not found\","
                        + "\"status\":404,\"detail\":\"No recent challenge is known by what this request shows.\"}");
        assertThat(answer.headers().map())
                .as(what)
                .containsOnlyKeys("cache-control", "content-length", "content-type", "vary");
    }

    @Test
    void a_view_that_is_not_current_asks_to_come_back() {
        edge.close();
        edge = new Edge();

        HttpResponse<String> answer = Browser.ask(edge, "Authorization", BEARER);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.body()).contains("\"urn:uptext:problem:unavailable\"");
    }

    @Test
    void the_ninth_connection_is_a_problem_and_not_an_empty_stream() {
        List<Browser> eight =
                IntStream.range(0, 8).mapToObj(_ -> Browser.watching(edge)).toList();

        assertThat(Browser.ask(edge, "Authorization", BEARER).statusCode()).isEqualTo(503);

        edge.tell(Story.confirmed());
        assertThat(eight).allSatisfy(browser -> assertThat(browser.rest()).contains("event:state", "event:outcome"));
        assertThat(Browser.ask(edge, "Authorization", BEARER).body()).contains("\"confirmed\"");
    }
}
