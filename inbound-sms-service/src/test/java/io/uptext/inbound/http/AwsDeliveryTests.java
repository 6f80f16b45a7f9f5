/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.inbound.aws.AwsDoor;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.AwsProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Deliveries of SNS through the real routes: what is said where a certificate is at hand, and where it is not. */
@ExtendWith(OutputCaptureExtension.class)
class AwsDeliveryTests {

    private static final String KEYS =
            Path.of("target", "simulator-sns-for-deliveries").toString();
    private static final SimulatedSms SMS = new SimulatedSms("id-1", "+46709998877", "50500", "canary text");

    private final RecordingSink sink = new RecordingSink();
    private final AwsDoor door = new AwsDoor(AwsDeliveryTests::nothing, AwsDeliveryTests::nothing);

    private static byte[] nothing(URI address) throws IOException {
        throw new IOException("nothing is to be had in this test");
    }

    @Test
    void aMessageIsPublishedOnceAndAnsweredWithAnEmptyYes() {
        WebTestClient client = client(connectors()
                .option("signing-certificate", KEYS + "/certificate.pem")
                .build());

        for (int i = 0; i < 2; i++) {
            Simulated.send(client, request())
                    .expectStatus()
                    .isEqualTo(200)
                    .expectBody()
                    .isEmpty();
        }

        assertThat(sink.all()).hasSize(1);
        assertThat(((InboundSmsReceived) sink.all().getFirst().event()).text()).isEqualTo(SMS.text());
    }

    @Test
    void aStrangersTopicIsRefused(CapturedOutput output) {
        WebTestClient client = client(Connectors.of(door)
                .option("topics", "arn:aws:sns:eu-north-1:123456789012:another")
                .option("signing-certificate", KEYS + "/certificate.pem")
                .build());

        Simulated.send(client, request()).expectStatus().isEqualTo(401);

        assertThat(sink.all()).isEmpty();
        assertThat(output.getAll()).doesNotContain("46709998877", "canary");
    }

    @Test
    void withoutACertificateSnsIsAskedToComeAgain(CapturedOutput output) {
        Simulated.send(client(connectors().build()), request())
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:uptext:problem:unavailable");

        assertThat(sink.all()).isEmpty();
        assertThat(output.getAll()).doesNotContain("46709998877", "canary");
    }

    private Connectors connectors() {
        return Connectors.of(door).option("topics", "arn:aws:sns:eu-north-1:123456789012:uptext-demo");
    }

    private WebTestClient client(Connector connector) {
        return Ingress.client(sink, List.of(connector));
    }

    private static SimulatedRequest request() {
        URI url = URI.create("/v1/inbound/acme");
        Account account = new Account(url, url, Proof.SIGNATURE, "", Map.of("keys", KEYS));
        return new AwsProvider().request(SMS, account, Ingress.NOW);
    }
}
