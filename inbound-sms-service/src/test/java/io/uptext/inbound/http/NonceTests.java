/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.door.SigningDoor;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.InMemory;
import io.uptext.inbound.receive.NonceMemory;
import io.uptext.inbound.receive.NonceMemory.Claim;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A signature that covers nothing but a nonce is good for one request, and for none while the memory does not answer. */
class NonceTests {

    private static final String SECRET = "a secret";

    private final RecordingSink sink = new RecordingSink();
    private final Connector connector =
            Connectors.of(new NonceDoor()).secrets(SECRET).build();

    @Test
    void aRequestMayComeAgainUnderItsNonceAndAnotherMayNot() {
        WebTestClient client = client(new InMemory());

        deliver(client, "n1", "one").expectStatus().isOk();
        deliver(client, "n1", "one").expectStatus().isOk();
        deliver(client, "n1", "two").expectStatus().isUnauthorized();
        deliver(client, "n1", "").expectStatus().isUnauthorized();
        deliver(client, "n2", "two").expectStatus().isOk();

        assertThat(sink.all()).hasSize(2);
    }

    @Test
    void aNonceIsNotSpentByARequestThatIsForged() {
        WebTestClient client = client(new InMemory());

        deliver(client, "n1", "forged", "wrong").expectStatus().isUnauthorized();
        deliver(client, "n1", "one").expectStatus().isOk();
    }

    @Test
    void whileNobodyKnowsNoncesNothingIsBelieved() {
        WebTestClient client = client((_, _, _) -> CompletableFuture.completedFuture(Claim.UNKNOWN));

        deliver(client, "n1", "one")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1");

        assertThat(sink.all()).isEmpty();
    }

    private WebTestClient client(NonceMemory nonces) {
        return Ingress.client(sink, List.of(connector), nonces, new Workers(10, new EventLoops()));
    }

    private static WebTestClient.ResponseSpec deliver(WebTestClient client, String nonce, String text) {
        return deliver(client, nonce, text, SECRET);
    }

    private static WebTestClient.ResponseSpec deliver(WebTestClient client, String nonce, String text, String secret) {
        return client.post()
                .uri("/v1/inbound/acme")
                .header("Nonce", nonce)
                .header("Signature", NonceDoor.sign(nonce, secret))
                .header("Content-Type", MediaTypes.FORM)
                .bodyValue(text.getBytes(UTF_8))
                .exchange();
    }

    /** Signs the nonce and nothing else. */
    private static final class NonceDoor implements SigningDoor {

        static String sign(String nonce, String secret) {
            return Signatures.hmac("HmacSHA256", secret.getBytes(UTF_8), nonce.getBytes(UTF_8));
        }

        @Override
        public Set<String> mediaTypes() {
            return MediaTypes.FORM_ONLY;
        }

        @Override
        public Authenticity authenticate(RawRequest request, Connector connector) {
            String nonce = request.header("Nonce").orElseThrow();
            return Signatures.same(
                            sign(nonce, connector.secrets().getFirst()),
                            request.header("Signature").orElseThrow())
                    ? new Authenticity.Genuine(nonce)
                    : new Authenticity.Forged("The signature does not match.");
        }

        @Override
        public Reading read(RawRequest request, Connector connector) {
            String text = new String(request.body(), UTF_8);
            return Reading.of(new DoorMessage("id " + text, "+46701234567", "50500", text));
        }
    }
}
