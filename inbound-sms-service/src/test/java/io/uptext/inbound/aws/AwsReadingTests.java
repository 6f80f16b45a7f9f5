/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Requests;
import io.uptext.simulator.Account;
import io.uptext.simulator.Fault;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.AwsProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door makes of SNS's envelopes, of its options, and of the simulator's. */
class AwsReadingTests {

    private final FakeNetwork network = new FakeNetwork();
    private final AwsDoor door = new AwsDoor(network, network, SnsTestKeys::anchors);

    @Test
    void theMessageOfTheDocumentationIsRead() {
        assertThat(read(SnsMessages.SMS))
                .isEqualTo(Reading.of(new DoorMessage(
                        "cae173d2-66b9-564c-8309-21f858e9fb84", "+14255550182", "+12125550101", "EXAMPLE")));
        assertThat(read(SnsMessages.SMS.replace("EXAMPLE", " H\\u00e5j\\n\\ud83d\\udc4b")))
                .isEqualTo(Reading.of(new DoorMessage(
                        "cae173d2-66b9-564c-8309-21f858e9fb84",
                        "+14255550182",
                        "+12125550101",
                        " H\u00e5j\n\uD83D\uDC4B")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hello from the console", "{}", "[]", "{\"eventType\":\"TEXT_DELIVERED\",\"messageId\":\"1\"}"})
    void whatElseIsPublishedToTheTopicIsNothing(String message) {
        assertThat(read(message)).isInstanceOf(Reading.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"originationNumber", "destinationNumber", "messageBody"})
    void aTextWithoutOneOfItsFieldsIsMalformed(String field) {
        assertThat(read(SnsMessages.SMS.replace(field, "x"))).isInstanceOf(Reading.Malformed.class);
        assertThat(read(SnsMessages.SMS.replace(field + "\":\"", field + "\":null,\"x\":\"")))
                .isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void anEmptyIdAndHalfASurrogatePairAreMalformed() {
        assertThat(read(SnsMessages.SMS.replace("cae173d2-66b9-564c-8309-21f858e9fb84", "")))
                .isInstanceOf(Reading.Malformed.class);
        assertThat(read(SnsMessages.SMS.replace("EXAMPLE", "\\ud83d"))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void theAnswerIsEmpty() {
        assertThat(door.acknowledgement()).isEqualTo(new Answer(200, Map.of(), ""));
        assertThat(door.mediaTypes()).containsExactlyInAnyOrder("text/plain", "application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | | options.topics are the ARNs",
                "arn:aws:sns:eu-north-1:123456789012:a, | | options.topics are the ARNs",
                "arn:aws:sns:eu-north-1:123456789012:a,b | | options.topics are the ARNs",
                "arn:aws:sns:eu-north-1:123456789012:a | '' | options.signing-certificate is the path",
                "arn:aws:sns:eu-north-1:123456789012:a | pom.xml | options.signing-certificate is the path",
                "arn:aws:sns:eu-north-1:123456789012:a | src | options.signing-certificate is the path",
            })
    void aWrongOptionIsNamedAtTheStart(String topics, @Nullable String certificate, String flaw) {
        Connectors connector = Connectors.of(door).option("topics", topics);
        if (certificate != null) {
            connector.option("signing-certificate", certificate);
        }

        assertThat(door.flawOf(connector.build()))
                .hasValueSatisfying(found -> assertThat(found).startsWith(flaw));
        assertThat(door.flawOf(Connectors.of(door).build())).isPresent();
    }

    @Test
    void aFileOfCertificatesMayComeLaterAndChange(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("certificate.pem");
        Connector connector = withFile(file, SnsMessages.TOPIC);

        assertThat(door.flawOf(connector)).isEmpty();
        assertThat(authenticate(SnsTestKeys.GOOD, connector)).isInstanceOf(Authenticity.Undecided.class);
        Files.write(file, SnsTestKeys.pem(SnsTestKeys.STRANGER));
        assertThat(authenticate(SnsTestKeys.STRANGER, connector)).isEqualTo(new Authenticity.Genuine());
        assertThat(authenticate(SnsTestKeys.GOOD, connector)).isInstanceOf(Authenticity.Forged.class);
        Files.write(file, SnsTestKeys.pem(SnsTestKeys.EXPIRED));
        assertThat(authenticate(SnsTestKeys.EXPIRED, connector)).isInstanceOf(Authenticity.Forged.class);
        Files.writeString(file, "nonsense");
        assertThat(authenticate(SnsTestKeys.GOOD, connector)).isInstanceOf(Authenticity.Forged.class);
        assertThat(network.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void theSimulatorsMessagesAreReadAndItsFaultyOnesRefused(String version, @TempDir Path folder) {
        AwsProvider provider = new AwsProvider();
        SimulatedSms sms = new SimulatedSms("id-1", "+46701234567", "50500", " H\u00e5j \"\\ \uD83D\uDC4B");
        URI url = URI.create(Connectors.URL);
        Account account = new Account(
                url, url, Proof.SIGNATURE, "", Map.of("keys", folder.toString(), "signature-version", version));
        Instant now = Instant.now();
        Connector connector =
                withFile(folder.resolve("certificate.pem"), "arn:aws:sns:eu-north-1:123456789012:uptext-demo");

        assertThat(door.authenticate(Requests.raw(provider.request(sms, account, now), now), connector))
                .isEqualTo(new Authenticity.Genuine());
        assertThat(door.read(Requests.raw(provider.request(sms, account, now), now), connector))
                .isEqualTo(Reading.of(new DoorMessage(sms.id(), sms.from(), sms.to(), sms.text())));
        for (Fault fault : new Fault[] {Fault.WRONG_SECRET, Fault.TAMPERED, Fault.UNPROVEN}) {
            assertThat(fault.shows(provider, account)).isTrue();
            assertThat(door.authenticate(Requests.raw(fault.request(provider, sms, account, now), now), connector))
                    .as(fault.toString())
                    .isInstanceOf(Authenticity.Forged.class);
        }
        assertThat(Fault.STALE.shows(provider, account)).isFalse();
        Instant old = now.minus(Duration.ofMinutes(66));
        assertThat(door.authenticate(Requests.raw(provider.request(sms, account, old), now), connector))
                .isInstanceOf(Authenticity.Forged.class);
    }

    private Authenticity authenticate(String alias, Connector connector) {
        return door.authenticate(SnsMessages.notification().signedBy(alias).request(), connector);
    }

    private Connector withFile(Path file, String topic) {
        return Connectors.of(door)
                .option("topics", topic)
                .option("signing-certificate", file.toString())
                .build();
    }

    private Reading read(String message) {
        return door.read(
                SnsMessages.notification()
                        .put("Message", message)
                        .signedBy(SnsTestKeys.GOOD)
                        .request(),
                Connectors.of(door).option("topics", SnsMessages.TOPIC).build());
    }
}
