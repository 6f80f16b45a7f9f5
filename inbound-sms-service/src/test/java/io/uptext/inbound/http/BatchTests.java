/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.InboundEvent;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.infobip.InfobipDoor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A request with several messages, as Infobip writes them, is one delivery: all of what can be accepted, or an error. */
@ExtendWith(OutputCaptureExtension.class)
class BatchTests {

    private static final ConnectorId CONNECTOR = new ConnectorId("acme-infobip");
    private static final String USER = "uptext";
    private static final String PASSWORD = "a-password-of-infobip";
    private static final String NUMBER = "46709998877";

    private final RecordingSink sink = new RecordingSink();
    private final WebTestClient client = Ingress.client(
            sink,
            List.of(Connectors.of(new InfobipDoor())
                    .named(CONNECTOR.value())
                    .knownBy(Authentication.BASIC)
                    .secrets(USER + ":" + PASSWORD)
                    .build()));

    @Test
    void allMessagesOfARequestArePublishedInOrder() {
        deliver(
                        message("1", NUMBER, "50500", "a"),
                        message("2", NUMBER, "50500", "STOP"),
                        message("3", NUMBER, "50500", "c"))
                .expectStatus()
                .isOk()
                .expectBody()
                .isEmpty();

        assertThat(published()).containsExactly(id("1"), id("2"), id("3"));
    }

    @Test
    void nothingIsAcknowledgedWhileOneOfThemIsNotDurable() {
        sink.answersWith(CompletableFuture.failedFuture(new IllegalStateException("no broker")));
        deliver(message("1", NUMBER, "50500", "a"), message("2", NUMBER, "50500", "b"))
                .expectStatus()
                .isEqualTo(503);

        sink.answersWith(CompletableFuture.completedFuture(null));
        deliver(message("1", NUMBER, "50500", "a"), message("2", NUMBER, "50500", "b"))
                .expectStatus()
                .isOk();
        deliver(message("1", NUMBER, "50500", "a"), message("3", NUMBER, "50500", "c"))
                .expectStatus()
                .isOk();

        assertThat(published()).containsExactly(id("1"), id("2"), id("1"), id("2"), id("3"));
    }

    @Test
    void whatCanNeverBeAcceptedIsLeftOutWithALineInTheLog(CapturedOutput output) {
        deliver(
                        message("1", NUMBER, "50500", "canary"),
                        message("2", "ACME", "50500", "canary"),
                        message("3", NUMBER, "50501", "canary"),
                        message("4", NUMBER, "50500", "\\ud800"),
                        message("5", NUMBER, "50500", "canary"))
                .expectStatus()
                .isOk();

        assertThat(published()).containsExactly(id("1"), id("5"));
        assertThat(output.getAll().lines().filter(line -> line.contains("left out")))
                .hasSize(2)
                .allMatch(line -> line.contains("acme-infobip"));
        assertThat(output.getAll()).doesNotContain(NUMBER, "canary");
    }

    @Test
    void aRequestWithNothingElseIsRefused() {
        deliver(message("4", NUMBER, "50500", "\\ud800"), message("5", NUMBER, "50500", "\\udc00"))
                .expectStatus()
                .isBadRequest();
        deliver(message("2", "ACME", "50500", "a"), message("4", NUMBER, "50500", "\\ud800"))
                .expectStatus()
                .isEqualTo(422);

        assertThat(published()).isEmpty();
    }

    @Test
    void itMayWeigh64KibAndNoMore() {
        String fitting = body(message("1", NUMBER, "50500", "a"));
        String padding = " ".repeat(64 * 1024 - fitting.length());

        deliver(fitting + padding + " ").expectStatus().isEqualTo(413);
        assertThat(published()).isEmpty();
        deliver(fitting + padding).expectStatus().isOk();
        assertThat(published()).containsExactly(id("1"));
    }

    private static MessageId id(String providersId) {
        return MessageId.of(CONNECTOR, providersId);
    }

    private List<MessageId> published() {
        return sink.all().stream()
                .map(RecordingSink.Taken::event)
                .map(InboundEvent::messageId)
                .toList();
    }

    private static String message(String id, String from, String to, String text) {
        return "{\"messageId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"text\":\"%s\"}".formatted(id, from, to, text);
    }

    private static String body(String... messages) {
        return "{\"results\":[" + String.join(",", messages) + "]}";
    }

    private WebTestClient.ResponseSpec deliver(String first, String... more) {
        return deliver(body(first + (more.length == 0 ? "" : "," + String.join(",", more))));
    }

    private WebTestClient.ResponseSpec deliver(String body) {
        return client.post()
                .uri("/v1/inbound/" + CONNECTOR)
                .headers(headers -> headers.setBasicAuth(USER, PASSWORD))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
