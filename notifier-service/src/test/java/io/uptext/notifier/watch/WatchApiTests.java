/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.contracts.vocabulary.DenialReason;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.platform.http.HttpConventions;
import io.uptext.platform.json.Json;
import io.uptext.platform.view.ChallengeStatus;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewLog;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.server.WebExceptionHandler;

class WatchApiTests {

    private static final String BEARER = "Bearer " + Story.TOKEN.reveal();

    private final AnnotationConfigApplicationContext platform =
            new AnnotationConfigApplicationContext(HttpConventions.class);
    private final ChallengeView view = new ChallengeView();
    private final Watchers watchers = new Watchers(view, Clock.fixed(Story.START, ZoneOffset.UTC));

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
    void aDecidedChallengeIsOneEventWithoutTheNumber() {
        ViewLog.tell(view, Story.confirmed());
        var answer = client(Duration.ofMinutes(1))
                .get()
                .uri("/v1/watch")
                .header(HttpHeaders.AUTHORIZATION, BEARER)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("X-Accel-Buffering", "no")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(answer)
                .contains(
                        "event:state", "retry:2000", "\"status\":\"confirmed\"", "\"now\":\"2026-11-24T08:00:00.000Z\"")
                .containsOnlyOnce("event:")
                .doesNotContain(Story.CANARY, "7KQ4", "msg_", "chl_", "null");
    }

    @Test
    void anEventHasTheDocumentedFieldsAndNoOther() {
        assertThat(wire(WatchEvent.State.of(view.find(Story.TOKEN.hash()).orElseThrow(), Story.START)))
                .isEqualTo("{\"status\":\"pending\",\"expiresAt\":\"2026-11-24T08:03:00.000Z\","
                        + "\"now\":\"2026-11-24T08:00:00.000Z\"}");
        assertThat(wire(WatchEvent.Attempt.of(Story.wrongPhone()))).isEqualTo("{\"flaw\":\"wrong_phone\"}");
        ViewLog.tell(view, Story.denied());
        assertThat(wire(WatchEvent.Ended.of(view.find(Story.TOKEN.hash()).orElseThrow())))
                .isEqualTo("{\"status\":\"denied\",\"reason\":\"code_in_use\"}");
    }

    @ParameterizedTest
    @EnumSource
    void everyFlawIsToldByTheWordOfTheContract(AttemptFlaw flaw) {
        assertThat(wire(new WatchEvent.Attempt(flaw)))
                .isEqualTo("{\"flaw\":\"" + flaw.name().toLowerCase(Locale.ROOT) + "\"}");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsToldByTheWordOfTheContract(DenialReason reason) {
        String word = reason.name().toLowerCase(Locale.ROOT);
        assertThat(wire(new WatchEvent.Ended(ChallengeStatus.DENIED, reason, null)))
                .isEqualTo("{\"status\":\"denied\",\"reason\":\"" + word + "\"}");
    }

    private static String wire(WatchEvent event) {
        return Json.MAPPER.writeValueAsString(event);
    }

    @Test
    void heartbeatsAreCommentsUntilTheOutcome() {
        var events = client(Duration.ofMillis(5))
                .get()
                .uri("/v1/watch")
                .header(HttpHeaders.AUTHORIZATION, BEARER)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .getResponseBody()
                .doOnNext(event -> {
                    if (event.comment() != null) {
                        ViewLog.tell(view, Story.confirmed());
                    }
                })
                .collectList()
                .block(Duration.ofSeconds(10));
        assertThat(events)
                .filteredOn(event -> event.comment() == null)
                .extracting(ServerSentEvent::event)
                .containsExactly("state", "outcome");
        assertThat(events).last().extracting(ServerSentEvent::data).isEqualTo("{\"status\":\"confirmed\"}");
        assertThat(events)
                .filteredOn(event -> event.comment() != null)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.data()).isNull());
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
    void everyTokenThatIsNotOneHasTheSameAnswer(String what, String header) {
        byte[] other = new byte[WaitToken.BYTES];
        Arrays.fill(other, (byte) 1);
        String sent = "UNKNOWN".equals(header) ? "Bearer " + WaitToken.of(other).reveal() : header;
        var answer = client(Duration.ofMinutes(1))
                .get()
                .uri("/v1/watch?token=" + Story.TOKEN.reveal())
                .headers(headers -> {
                    if (sent != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, sent);
                    }
                })
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"uptext\"")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(answer)
                .as(what)
                .isEqualTo("{\"type\":\"urn:uptext:problem:unauthenticated\",\"title\":\"Not authenticated\","
                        + "\"status\":401,\"detail\":\"The Authorization header holds no wait token of a recent"
                        + " challenge.\"}");
    }

    @Test
    void aViewThatIsNotCurrentAsksToComeBack() {
        var starting = new ChallengeView();
        client(new WatchApi(
                        new Watchers(starting, Clock.systemUTC()),
                        starting,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(2)))
                .get()
                .uri("/v1/watch")
                .header(HttpHeaders.AUTHORIZATION, BEARER)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "1")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:uptext:problem:unavailable");
    }

    @Test
    void theNinthConnectionIsAProblemAndNotAnEmptyStream() {
        for (int i = 0; i < 8; i++) {
            var _ = watchers.watch(Story.TOKEN.hash()).subscribe();
        }
        client(Duration.ofMinutes(1))
                .get()
                .uri("/v1/watch")
                .header(HttpHeaders.AUTHORIZATION, BEARER)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private WebTestClient client(Duration heartbeat) {
        return client(new WatchApi(watchers, view, heartbeat, Duration.ofSeconds(2)));
    }

    private WebTestClient client(WatchApi api) {
        return WebTestClient.bindToRouterFunction(api.routes())
                .handlerStrategies(HandlerStrategies.builder()
                        .exceptionHandler(platform.getBean(WebExceptionHandler.class))
                        .build())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
