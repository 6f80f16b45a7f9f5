/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.vonagesms.VonageSmsDoor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** An account of Vonage that signs nothing and delivers long messages in parts, as a GET. */
class VonageSmsDeliveryTests {

    private static final String SECRET = "demo-secret-in-a-url";

    private final RecordingSink sink = new RecordingSink();
    private final WebTestClient client = Ingress.client(
            sink,
            List.of(Connectors.of(new VonageSmsDoor())
                    .knownBy(Authentication.QUERY)
                    .secrets(SECRET)
                    .build()));

    @Test
    void aCodeThatLiesAcrossTheSeamOfTwoPartsIsFound() {
        ChallengeCode code = ChallengeCode.random(new Random(1));
        String text = "Acme login " + code.display();
        String head = text.substring(0, text.length() - 3);

        part(SECRET, 2, text.substring(head.length())).expectStatus().isOk();
        part(SECRET, 1, head).expectStatus().isOk();

        assertThat(sink.all())
                .extracting(taken -> (InboundSmsReceived) taken.event())
                .extracting(InboundSmsReceived::text, InboundSmsReceived::code)
                .containsExactly(tuple(text.substring(head.length()), null), tuple(head, null), tuple(text, code));
    }

    @Test
    void theSecretInTheUrlIsWhatCounts() {
        part("another-secret-in-a-url", 1, "a").expectStatus().isUnauthorized();

        assertThat(sink.all()).isEmpty();
    }

    private WebTestClient.ResponseSpec part(String secret, int number, String text) {
        return client.get()
                .uri(uri -> uri.path("/v1/inbound/acme")
                        .queryParam("secret", secret)
                        .queryParam("msisdn", "46701234567")
                        .queryParam("to", "50500")
                        .queryParam("messageId", "id-" + number)
                        .queryParam("text", text)
                        .queryParam("type", "text")
                        .queryParam("concat", "true")
                        .queryParam("concat-ref", "108")
                        .queryParam("concat-total", "2")
                        .queryParam("concat-part", number)
                        .build())
                .exchange();
    }
}
