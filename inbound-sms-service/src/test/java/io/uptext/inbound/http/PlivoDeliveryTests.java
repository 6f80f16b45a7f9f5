/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.plivo.PlivoDoor;
import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.PlivoProvider;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who has seen one request of Plivo's can send it again, and nothing else. */
class PlivoDeliveryTests {

    private static final String TOKEN = "demo-auth-token-of-plivo";
    private static final SimulatedSms SMS = new SimulatedSms("uuid-1", "+46701234567", "50500", "nothing");
    private static final Account ACCOUNT = Account.of(URI.create(Connectors.URL), Proof.SIGNATURE, TOKEN);

    private final RecordingSink sink = new RecordingSink();
    private final WebTestClient client = Ingress.client(
            sink, List.of(Connectors.of(new PlivoDoor()).secrets(TOKEN).build()));

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v3"})
    void aMessageIsPublishedOnceHoweverOftenItComes(String version) {
        SimulatedRequest request = request(version, "post");

        for (int i = 0; i < 2; i++) {
            Simulated.send(client, request)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentType("application/xml")
                    .expectBody(String.class)
                    .isEqualTo("<Response/>");
        }

        assertThat(sink.all()).hasSize(1);
        assertThat(((InboundSmsReceived) sink.all().getFirst().event()).sender().e164())
                .isEqualTo("+46701234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "get"})
    void anotherTextUnderTheNonceOfAV2RequestIsRefused(String method) {
        SimulatedRequest request = request("v2", method);
        Simulated.send(client, request).expectStatus().isOk();

        Simulated.send(client, forged(request)).expectStatus().isUnauthorized();

        assertThat(sink.all()).hasSize(1);
    }

    @Test
    void anotherTextUnderTheV2HeadersOfAV3RequestIsRefused() {
        SimulatedRequest v2 = request("v2", "post");
        SimulatedRequest both = request("v3", "post");
        for (SimulatedRequest.Header header : v2.headers()) {
            both = header.name().startsWith("X-Plivo") ? both.with(header.name(), header.value()) : both;
        }
        Simulated.send(client, both).expectStatus().isOk();

        Simulated.send(client, forged(v2)).expectStatus().isUnauthorized();

        assertThat(sink.all()).hasSize(1);
    }

    private static SimulatedRequest request(String version, String method) {
        return new PlivoProvider()
                .request(SMS, ACCOUNT.with("signature-version", version).with("method", method), Ingress.NOW);
    }

    /** From another number, with another text and under another id. */
    private static SimulatedRequest forged(SimulatedRequest request) {
        return request.withBody(forged(new String(request.body(), ISO_8859_1)).getBytes(ISO_8859_1))
                .to(URI.create(forged(request.url().toString())));
    }

    private static String forged(String parameters) {
        return parameters
                .replace("46701234567", "46709998877")
                .replace("nothing", "7KQ4M2XHC")
                .replace("uuid-1", "uuid-2");
    }
}
