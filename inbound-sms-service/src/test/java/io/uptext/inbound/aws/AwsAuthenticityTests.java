/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.RawRequest;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which envelopes are SNS's own: by certificate, by topic, by time, to the letter. */
class AwsAuthenticityTests {

    private final FakeNetwork network = new FakeNetwork();
    private final FakeNetwork issuers = new FakeNetwork().with(SnsTestKeys.ISSUER_ADDRESS, SnsTestKeys.issuer());
    private final AwsDoor door = new AwsDoor(network, issuers, SnsTestKeys::anchors);
    private final Connector connector =
            Connectors.of(door).option("topics", SnsMessages.TOPIC).build();

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void bothVersionsOfTheSignatureAreGenuineWithASubjectAndWithout(String version) {
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pem(SnsTestKeys.GOOD));

        assertGenuine(SnsMessages.notification()
                .put("SignatureVersion", version)
                .signedBy(SnsTestKeys.GOOD)
                .request());
        assertGenuine(SnsMessages.notification()
                .put("SignatureVersion", version)
                .put("Subject", "H\u00e5j")
                .signedBy(SnsTestKeys.GOOD)
                .request());
        assertGenuine(SnsMessages.subscription()
                .put("SignatureVersion", version)
                .signedBy(SnsTestKeys.GOOD)
                .request());
        assertGenuine(SnsMessages.unsubscription()
                .put("SignatureVersion", version)
                .signedBy(SnsTestKeys.GOOD)
                .request());
    }

    @Test
    void theVersionIsNotForTheRequestToChooseAfterwards() {
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pem(SnsTestKeys.GOOD));

        for (String other : new String[] {"1", "3", "", "SHA256", "02"}) {
            assertForged(SnsMessages.notification()
                    .signedBy(SnsTestKeys.GOOD)
                    .put("SignatureVersion", other)
                    .request());
        }
    }

    @Test
    void aCertificateIsFetchedOnceAndItsIssuerWithIt() {
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pem(SnsTestKeys.GOOD));
        RawRequest request =
                SnsMessages.notification().signedBy(SnsTestKeys.GOOD).request();

        assertGenuine(request);
        network.forgetAll();
        issuers.forgetAll();
        assertGenuine(request);

        assertThat(network.asked()).containsExactly(SnsMessages.CERTIFICATE);
        assertThat(issuers.asked()).containsExactly(SnsTestKeys.ISSUER_ADDRESS);
    }

    @Test
    void anIssuerThatIsPublishedTooIsNotLookedFor() {
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pemWithIssuers(SnsTestKeys.GOOD));

        assertGenuine(SnsMessages.notification().signedBy(SnsTestKeys.GOOD).request());

        assertThat(issuers.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SnsTestKeys.EXPIRED,
                SnsTestKeys.NOT_YET,
                SnsTestKeys.OTHER_NAME,
                SnsTestKeys.TWO_NAMES,
                SnsTestKeys.STRANGER,
                SnsTestKeys.OTHER_ISSUER_ADDRESS
            })
    void aCertificateThatIsNotSnssOwnAndGoodIsForged(String alias) {
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pem(alias));

        assertForged(SnsMessages.notification().signedBy(alias).request());

        assertThat(issuers.asked()).allMatch(SnsTestKeys.ISSUER_ADDRESS::equals);
    }

    @Test
    void aStrangersAuthorityBesideItsCertificateIsTrustedNoMore() {
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pemWithIssuers(SnsTestKeys.STRANGER));

        assertForged(SnsMessages.notification().signedBy(SnsTestKeys.STRANGER).request());
    }

    @Test
    void whatIsNoCertificateIsForged() {
        for (String document :
                new String[] {"", "<html>", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"}) {
            network.with(SnsMessages.CERTIFICATE, document.getBytes(US_ASCII));
            assertForged(SnsMessages.notification().signedBy(SnsTestKeys.GOOD).request());
        }
    }

    @Test
    void aCertificateThatCannotBeHadIsOurTroubleNotTheProviders() {
        RawRequest request =
                SnsMessages.notification().signedBy(SnsTestKeys.GOOD).request();

        assertThat(authenticate(request)).isInstanceOf(Authenticity.Undecided.class);
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pem(SnsTestKeys.GOOD));
        issuers.forgetAll();
        assertThat(authenticate(request)).isInstanceOf(Authenticity.Undecided.class);
        issuers.with(SnsTestKeys.ISSUER_ADDRESS, SnsTestKeys.issuer());
        assertGenuine(request);
    }

    @Test
    void aKnownCertificateIsUsedWithinItsDatesOnly() {
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pem(SnsTestKeys.GOOD));
        assertGenuine(SnsMessages.notification().signedBy(SnsTestKeys.GOOD).request());

        SnsMessages nextYear = SnsMessages.notification().put("Timestamp", "2027-03-06T20:00:26.000Z");
        assertForged(nextYear.signedBy(SnsTestKeys.GOOD).at(SnsMessages.NOW.plus(Duration.ofDays(365))));
    }

    @Test
    void onlyTheTopicsOfTheConnectorCount() {
        String other = "arn:aws:sns:eu-north-1:999999999999:sign-in";
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pem(SnsTestKeys.GOOD));

        assertForged(SnsMessages.notification()
                .put("TopicArn", other)
                .signedBy(SnsTestKeys.GOOD)
                .request());
        assertForged(SnsMessages.notification()
                .put("TopicArn", SnsMessages.TOPIC + "-2")
                .signedBy(SnsTestKeys.GOOD)
                .request());
        assertThat(network.asked()).isEmpty();
    }

    @Test
    void aMessageIsGoodForAsLongAsSnsRepeatsIt() {
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pem(SnsTestKeys.GOOD));
        SnsMessages message = SnsMessages.notification().signedBy(SnsTestKeys.GOOD);

        assertGenuine(message.at(SnsMessages.NOW.plus(Duration.ofMinutes(65))));
        assertForged(message.at(SnsMessages.NOW.plus(Duration.ofMinutes(65)).plusMillis(1)));
        assertGenuine(message.at(SnsMessages.NOW.minus(Duration.ofMinutes(5))));
        assertForged(message.at(SnsMessages.NOW.minus(Duration.ofMinutes(5)).minusMillis(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Type",
                "MessageId",
                "TopicArn",
                "Message",
                "Timestamp",
                "SignatureVersion",
                "Signature",
                "SigningCertURL"
            })
    void anEnvelopeWithoutOneOfItsFieldsIsForged(String field) {
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pem(SnsTestKeys.GOOD));

        assertForged(SnsMessages.notification()
                .signedBy(SnsTestKeys.GOOD)
                .without(field)
                .request());
        assertForged(SnsMessages.notification()
                .signedBy(SnsTestKeys.GOOD)
                .put(field, "")
                .request());
    }

    @Test
    void theHeaderAndTheBodySayTheSame() {
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pem(SnsTestKeys.GOOD));
        String body = SnsMessages.notification().signedBy(SnsTestKeys.GOOD).json();

        assertGenuine(SnsMessages.request(body, SnsMessages.NOW, "Notification"));
        assertForged(SnsMessages.request(body, SnsMessages.NOW));
        assertForged(SnsMessages.request(body, SnsMessages.NOW, "Notification", "Notification"));
        assertForged(SnsMessages.request(body, SnsMessages.NOW, "SubscriptionConfirmation"));
        assertForged(SnsMessages.request(body, SnsMessages.NOW, "notification"));
    }

    @Test
    void aMessageWithoutItsEnvelopeIsForged() {
        assertForged(SnsMessages.request(SnsMessages.SMS, SnsMessages.NOW, "Notification"));
        assertForged(SnsMessages.request("", SnsMessages.NOW, "Notification"));
        assertForged(SnsMessages.request("[]", SnsMessages.NOW, "Notification"));
    }

    @Test
    void everyOneOf200SeededMutantsIsRefused() {
        network.with(SnsMessages.CERTIFICATE, SnsTestKeys.pem(SnsTestKeys.GOOD));
        Random random = new Random(20260306);
        String body = SnsMessages.notification()
                .put("Subject", "subject")
                .signedBy(SnsTestKeys.GOOD)
                .json();
        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(body.length());
            char flipped = (char) (body.charAt(at) ^ (1 << random.nextInt(7)));
            String mutant = body.substring(0, at) + flipped + body.substring(at + 1);
            assertThat(authenticate(SnsMessages.request(mutant, SnsMessages.NOW, "Notification")))
                    .as("mutant %s: %s", i, mutant)
                    .isNotInstanceOf(Authenticity.Genuine.class);
        }
    }

    private Authenticity authenticate(RawRequest request) {
        return door.authenticate(request, connector);
    }

    private void assertGenuine(RawRequest request) {
        assertThat(authenticate(request)).isEqualTo(new Authenticity.Genuine());
    }

    private void assertForged(RawRequest request) {
        assertThat(authenticate(request)).isInstanceOf(Authenticity.Forged.class);
    }
}
