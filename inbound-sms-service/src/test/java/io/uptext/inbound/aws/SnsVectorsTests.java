/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Messages that Amazon SNS has really signed, and its certificate, as aws/aws-sdk-java-v2 keeps them for its own tests:
 * services-custom/sns-message-manager/src/test/resources/software/amazon/awssdk/messagemanager/sns/internal, at fba4644
 * (SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem), fe4abb1, 53b6218, b4bd993, fe02c7d and eb4fdb4 (test-*.json).
 */
class SnsVectorsTests {

    private static final String TOPIC = "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic";
    private static final Path CERTIFICATE = Path.of("src/test/resources/io/uptext/inbound/aws/sns-us-west-2.pem");

    private final FakeNetwork network = new FakeNetwork();
    private final AwsDoor door = new AwsDoor(network, network);

    @ParameterizedTest
    @CsvSource({
        "notification-no-subject, Notification, 2026-03-06T19:55:38.903Z",
        "notification-with-subject, Notification, 2026-03-06T19:53:21.424Z",
        "notification-signature-v2, Notification, 2026-03-06T20:00:26.893Z",
        "subscription-confirmation, SubscriptionConfirmation, 2026-03-06T19:31:32.895Z",
        "unsubscribe-confirmation, UnsubscribeConfirmation, 2026-03-06T20:02:25.038Z",
    })
    void amazonsOwnMessagesAreGenuineAndChangedOnesForged(String name, String type, Instant time) throws IOException {
        String body = resource(name + ".json");

        assertThat(authenticate(SnsMessages.request(body, time, type))).isEqualTo(new Authenticity.Genuine());
        for (String field :
                new String[] {"Message\" : \"", "MessageId\" : \"", "Subject\" : \"", "Token\" : \"", "Signature\" : \""
                }) {
            if (body.contains(field)) {
                String changed = body.replace(field, field + "A");
                assertThat(authenticate(SnsMessages.request(changed, time, type)))
                        .as(field)
                        .isInstanceOf(Authenticity.Forged.class);
            }
        }
        String later = body.replace(time.toString(), time.plusMillis(1).toString());
        assertThat(authenticate(SnsMessages.request(later, time, type))).isInstanceOf(Authenticity.Forged.class);
        assertThat(network.asked()).isEmpty();
    }

    @Test
    void whatAmazonAsksIsDoneAndNothingElse() throws IOException {
        Instant time = Instant.parse("2026-03-06T19:31:32.895Z");
        String subscription = resource("subscription-confirmation.json");
        String address = subscription.replaceAll("(?s).*\"SubscribeURL\" : \"([^\"]+)\".*", "$1");

        assertThat(read(SnsMessages.request(subscription, time, "SubscriptionConfirmation")))
                .isEqualTo(new Reading.Subscription(URI.create(address)));
        assertThat(read(SnsMessages.request(
                        resource("unsubscribe-confirmation.json"), time, "UnsubscribeConfirmation")))
                .isInstanceOf(Reading.Nothing.class);
        assertThat(read(SnsMessages.request(resource("notification-no-subject.json"), time, "Notification")))
                .isInstanceOf(Reading.Nothing.class);
    }

    @Test
    void thisJavaTrustsTheRootOfAmazonsIssuer() {
        assertThat(CertificateChain.platformAnchors())
                .anyMatch(anchor -> anchor.getTrustedCert()
                        .getSubjectX500Principal()
                        .getName()
                        .equals("CN=Amazon Root CA 1,O=Amazon,C=US"));
    }

    @Test
    void amazonsCertificateAloneIsNotEnoughSoItsIssuerIsLookedFor() throws IOException {
        Instant time = Instant.parse("2026-03-06T20:00:26.893Z");
        String address = "https://sns.us-west-2.amazonaws.com/"
                + "SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem";
        network.with(address, resource("sns-us-west-2.pem").getBytes(US_ASCII));
        Connector fetching = Connectors.of(door).option("topics", TOPIC).build();

        assertThat(door.authenticate(
                        SnsMessages.request(resource("notification-signature-v2.json"), time, "Notification"),
                        fetching))
                .isInstanceOf(Authenticity.Undecided.class);
        assertThat(network.asked()).containsExactly(address, "http://crt.r2m01.amazontrust.com/r2m01.cer");
    }

    private Authenticity authenticate(RawRequest request) {
        return door.authenticate(request, connector());
    }

    private Reading read(RawRequest request) {
        return door.read(request, connector());
    }

    private Connector connector() {
        Connector connector = Connectors.of(door)
                .option("topics", "arn:aws:sns:eu-north-1:123456789012:other, " + TOPIC)
                .option("signing-certificate", CERTIFICATE.toString())
                .build();
        assertThat(door.flawOf(connector)).isEmpty();
        return connector;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SnsVectorsTests.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), US_ASCII);
        }
    }
}
