/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.inbound.africastalking.AfricasTalkingDoor;
import io.uptext.inbound.azure.AzureDoor;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.Door;
import io.uptext.inbound.elks46.Elks46Door;
import io.uptext.inbound.jasmin.JasminDoor;
import io.uptext.inbound.kannel.KannelDoor;
import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.AfricasTalkingProvider;
import io.uptext.simulator.provider.AzureProvider;
import io.uptext.simulator.provider.Elks46Provider;
import io.uptext.simulator.provider.JasminProvider;
import io.uptext.simulator.provider.KannelProvider;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What providers that do not sign are told, to the letter, through the real routes. */
class AnswersTests {

    private static final String SECRET = "demo-secret-of-a-provider";
    private static final SimulatedSms SMS = new SimulatedSms("id-1", "+46701234567", "50500", "H\u00e5j \uD83D\uDC4B");

    private final RecordingSink sink = new RecordingSink();

    static Stream<Arguments> providers() {
        return Stream.of(
                Arguments.of(new Elks46Door(), new Elks46Provider(), Map.of(), ""),
                Arguments.of(new AfricasTalkingDoor(), new AfricasTalkingProvider(), Map.of(), ""),
                Arguments.of(new AzureDoor(), new AzureProvider(), Map.of("schema", "event-grid"), ""),
                Arguments.of(new AzureDoor(), new AzureProvider(), Map.of("schema", "cloud-events"), ""),
                Arguments.of(new KannelDoor(), new KannelProvider(), Map.of("method", "GET"), ""),
                Arguments.of(new KannelDoor(), new KannelProvider(), Map.of("method", "POST"), ""),
                Arguments.of(new JasminDoor(), new JasminProvider(), Map.of("method", "GET"), "ACK/Jasmin"),
                Arguments.of(new JasminDoor(), new JasminProvider(), Map.of("method", "POST"), "ACK/Jasmin"));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aYesIsWhatTheProviderTakesForOneAndComesOnceKafkaHasTheMessage(
            Door door, SimulatedProvider provider, Map<String, String> options, String yes) {
        WebTestClient client = client(door);
        SimulatedRequest request = request(provider, options, SECRET);

        sink.answersWith(CompletableFuture.failedFuture(new TimeoutException()));
        assertThat(Simulated.send(client, request)
                        .expectStatus()
                        .isEqualTo(503)
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent())
                .asString()
                .doesNotContain("ACK");
        sink.answersWith(CompletableFuture.completedFuture(null));
        assertThat(body(Simulated.send(client, request).expectStatus().isEqualTo(200)))
                .isEqualTo(yes);

        assertThat(sink.all())
                .hasSize(2)
                .extracting(taken -> taken.event().eventId())
                .containsOnly(sink.all().getFirst().event().eventId());
        InboundSmsReceived event = (InboundSmsReceived) sink.all().getLast().event();
        assertThat(event.text()).isEqualTo(SMS.text());
        assertThat(event.sender().e164()).isEqualTo(SMS.from());
        assertThat(body(Simulated.send(client, request).expectStatus().isEqualTo(200)))
                .isEqualTo(yes);
        assertThat(sink.all()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aStrangerGetsNothingButANo(Door door, SimulatedProvider provider, Map<String, String> options, String yes) {
        assertThat(body(Simulated.send(client(door), request(provider, options, SECRET + "?"))
                        .expectStatus()
                        .isEqualTo(401)))
                .contains("urn:uptext:problem:invalid-signature")
                .doesNotContain(SMS.from().substring(1), SECRET, "ACK");
        assertThat(sink.all()).isEmpty();
    }

    @Test
    void azuresQuestionsAreAnsweredOnlyIfTheyProveThemselves() {
        WebTestClient client = client(new AzureDoor());
        String question = "[{\"eventType\":\"Microsoft.EventGrid.SubscriptionValidationEvent\","
                + "\"data\":{\"validationCode\":\"c-1\"}}]";
        String known = "/v1/inbound/acme?secret=" + SECRET;

        assertThat(body(client.post()
                        .uri(known)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("aeg-event-type", "SubscriptionValidation")
                        .bodyValue(question.getBytes(UTF_8))
                        .exchange()
                        .expectStatus()
                        .isEqualTo(200)))
                .isEqualTo("{\"validationResponse\":\"c-1\"}");
        client.options()
                .uri(known)
                .header("WebHook-Request-Origin", "eventgrid.azure.net")
                .exchange()
                .expectStatus()
                .isEqualTo(200)
                .expectHeader()
                .valueEquals("WebHook-Allowed-Origin", "eventgrid.azure.net")
                .expectHeader()
                .valueEquals("WebHook-Allowed-Rate", "*")
                .expectBody()
                .isEmpty();
        client.options()
                .uri("/v1/inbound/acme")
                .header("WebHook-Request-Origin", "eventgrid.azure.net")
                .exchange()
                .expectStatus()
                .isEqualTo(401)
                .expectHeader()
                .doesNotExist("WebHook-Allowed-Origin");
        assertThat(body(client.post()
                        .uri("/v1/inbound/acme")
                        .header("Content-Type", "application/json")
                        .bodyValue(question.getBytes(UTF_8))
                        .exchange()
                        .expectStatus()
                        .isEqualTo(401)))
                .doesNotContain("c-1");
    }

    private WebTestClient client(Door door) {
        return Ingress.client(
                sink,
                List.of(Connectors.of(door)
                        .knownBy(Authentication.QUERY)
                        .secrets(SECRET)
                        .build()));
    }

    private static SimulatedRequest request(SimulatedProvider provider, Map<String, String> options, String secret) {
        URI url = URI.create("/v1/inbound/acme");
        return provider.request(SMS, new Account(url, url, Proof.QUERY, secret, options), Ingress.NOW);
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        @Nullable String body = answer.expectBody(String.class).returnResult().getResponseBody();
        return body == null ? "" : body;
    }
}
