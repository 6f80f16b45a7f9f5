/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.CarrierKeywordReceived;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.CarrierKeyword;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A good delivery becomes one event, and is acknowledged only once the sink has it. */
class DeliveryTests {

    private static final Msisdn SENDER = Msisdn.ofE164("+46701234567");
    private static final Destination DESTINATION = new Destination("50500");

    private final Ingress ingress = new Ingress();
    private final ChallengeCode code = ChallengeCode.random(new Random(1));

    @Test
    void aMessageFromTwilioIsPublishedUnderTheKeyOfItsCode() {
        String text = "Acme login " + code.display() + " ";

        ingress.twilio(Ingress.message("+46701234567", "50500", text))
                .expectStatus()
                .isOk()
                .expectBody()
                .isEmpty();

        ConnectorId connector = new ConnectorId("acme-twilio");
        assertThat(ingress.sink.all())
                .containsExactly(new RecordingSink.Taken(
                        new InboundSmsReceived(
                                MessageId.of(connector, "SM1"),
                                connector,
                                RouteTrust.T2,
                                SENDER,
                                DESTINATION,
                                code,
                                text,
                                Instant.parse("2026-09-24T10:15:30.123Z"),
                                null),
                        Ingress.PEPPER.codeKey(DESTINATION, code)));
    }

    @Test
    void aMessageWithoutACodeIsPublishedUnderTheKeyOfItsSender() {
        ingress.generic(Ingress.json("46701234567", "+50500", "what is this?"))
                .expectStatus()
                .isOk()
                .expectBody()
                .isEmpty();

        assertThat(ingress.sink.all()).hasSize(1);
        RecordingSink.Taken only = ingress.sink.all().getFirst();
        InboundSmsReceived event = (InboundSmsReceived) only.event();
        assertThat(event.code()).isNull();
        assertThat(event.destination()).isEqualTo(DESTINATION);
        assertThat(event.routeTrust()).isEqualTo(RouteTrust.T1);
        assertThat(event.messageId()).isEqualTo(MessageId.of(new ConnectorId("acme-generic"), "id-1"));
        assertThat(only.key()).isEqualTo(Ingress.PEPPER.senderKey(SENDER));
    }

    @Test
    void aRedeliveryOfADurableMessageIsAcknowledgedAndPublishedNoMore() {
        ingress.twilio(Ingress.message("+46701234567", "50500", "a"))
                .expectStatus()
                .isOk();
        ingress.twilio(Ingress.message("+46701234567", "50500", "a"))
                .expectStatus()
                .isOk();

        assertThat(ingress.sink.all()).hasSize(1);
    }

    @Test
    void aRedeliveryOfAMessageThatIsNotDurableHasTheSameEventId() {
        ingress.sink.answersWith(CompletableFuture.failedFuture(new TimeoutException()));
        ingress.twilio(Ingress.message("+46701234567", "50500", "a"))
                .expectStatus()
                .isEqualTo(503);
        ingress.sink.answersWith(CompletableFuture.completedFuture(null));
        ingress.twilio(Ingress.message("+46701234567", "50500", "a"))
                .expectStatus()
                .isOk();

        assertThat(ingress.sink.all())
                .hasSize(2)
                .extracting(each -> each.event().eventId())
                .containsOnly(ingress.sink.all().getFirst().event().eventId());
    }

    @Test
    void aCarrierKeywordIsAnEventOfItsOwnWhateverCodeFollows() {
        ingress.twilio(Ingress.message("+46701234567", "50500", "Stop " + code.display()))
                .expectStatus()
                .isOk();

        RecordingSink.Taken only = ingress.sink.all().getFirst();
        assertThat(only.event())
                .isEqualTo(new CarrierKeywordReceived(
                        MessageId.of(new ConnectorId("acme-twilio"), "SM1"),
                        new ConnectorId("acme-twilio"),
                        RouteTrust.T2,
                        SENDER,
                        DESTINATION,
                        CarrierKeyword.STOP,
                        Instant.parse("2026-09-24T10:15:30.123Z")));
        assertThat(only.key()).isEqualTo(Ingress.PEPPER.senderKey(SENDER));
    }

    @Test
    void thePayloadCannotChooseItsRouteTrustOrItsTime() {
        String json = "{\"from\":\"+46701234567\",\"to\":\"50500\",\"text\":\"a\",\"routeTrust\":\"T3\","
                + "\"receivedAt\":\"2020-01-01T00:00:00.000Z\"}";

        ingress.generic(json).expectStatus().isOk();

        InboundSmsReceived event =
                (InboundSmsReceived) ingress.sink.all().getFirst().event();
        assertThat(event.routeTrust()).isEqualTo(RouteTrust.T1);
        assertThat(event.receivedAt()).isEqualTo(Instant.parse("2026-09-24T10:15:30.123Z"));
    }

    @Test
    void nothingIsAnsweredBeforeTheSinkHasTheMessage() throws Exception {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        ingress.sink.answersWith(durable);

        CompletableFuture<WebTestClient.ResponseSpec> answer =
                CompletableFuture.supplyAsync(() -> ingress.twilio(Ingress.message("+46701234567", "50500", "a")));

        assertThat(isAnsweredWithin(answer, 300)).isFalse();
        durable.complete(null);
        answer.get(5, TimeUnit.SECONDS).expectStatus().isOk();
    }

    private static boolean isAnsweredWithin(CompletableFuture<?> answer, long milliseconds)
            throws InterruptedException, ExecutionException {
        try {
            return answer.get(milliseconds, TimeUnit.MILLISECONDS) != null;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Test
    void aSinkThatFailsAsksTheProviderToTryAgain() {
        List<CompletableFuture<Void>> failures = List.of(
                CompletableFuture.failedFuture(new TimeoutException("no broker for +46701234567")),
                CompletableFuture.failedFuture(new IllegalStateException("closed")));
        failures.forEach(failure -> {
            ingress.sink.answersWith(failure);
            ingress.twilio(Ingress.message("+46701234567", "50500", "a"))
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals("Retry-After", "1")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:uptext:problem:unavailable");
        });
    }
}
