/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.twilio.TwilioDoor;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A wrong configuration fails at the start, with a sentence that names the key and no secret. */
class InboundSmsPropertiesTests {

    private static final String ACME = "uptext.inbound.connectors.acme-1.";

    private final Map<String, String> keys = new HashMap<>(Map.of(
            "uptext.inbound.pepper",
            "c2VjcmV0LXBlcHBlci1mb3ItdGVzdHMtMzItYnl0ZXMhIQ==",
            ACME + "provider",
            "twilio",
            ACME + "secrets[0]",
            "hush-hush",
            ACME + "destinations",
            "50500, 46701234567",
            ACME + "route-trust",
            "t2",
            ACME + "public-url",
            "https://sms.example.com/v1/inbound/acme-1"));

    @Test
    void aConnectorIsReadFromItsKeys() {
        Connector connector = bind().toConnectors().getFirst();

        assertThat(connector.id().value()).isEqualTo("acme-1");
        assertThat(connector.door()).isInstanceOf(TwilioDoor.class);
        assertThat(connector.secrets()).containsExactly("hush-hush");
        assertThat(connector.destinations())
                .containsExactlyInAnyOrder(new Destination("50500"), new Destination("+46701234567"));
        assertThat(connector.routeTrust()).isEqualTo(RouteTrust.T2);
        assertThat(connector.publicUrl()).isEqualTo(URI.create("https://sms.example.com/v1/inbound/acme-1"));
    }

    @Test
    void aRouteThatNobodyVouchesForIsTheWeakest() {
        keys.remove(ACME + "route-trust");

        assertThat(bind().toConnectors().getFirst().routeTrust()).isEqualTo(RouteTrust.T0);
    }

    @Test
    void propertiesPrintNoSecret() {
        assertThat(bind().toString()).contains("acme-1").doesNotContain("hush", "c2Vj");
        assertThat(bind().connectors().toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uptext.inbound.pepper | c2hvcnQ= | uptext.inbound.pepper must be at least 32 random bytes in base64",
                "uptext.inbound.pepper | not base64! | uptext.inbound.pepper must be at least 32 random bytes in base64",
                "uptext.inbound.pepper | | uptext.inbound.pepper must be at least 32 random bytes in base64",
                ACME + "provider | carrier-pigeon | acme-1: provider is one of ",
                ACME + "provider | | acme-1: provider is one of ",
                ACME + "secrets[0] | ' ' | acme-1: secrets are one secret, or two",
                ACME + "secrets[0] | ${HUSH} | acme-1: secrets name a variable, as ${NAME}, that is not set",
                ACME + "secrets[0] | hush-${A:b} | acme-1: secrets name a variable, as ${NAME}, that is not set",
                ACME + "secrets[0] | ' hush' | acme-1: secrets are one secret, or two",
                ACME + "secrets[0] | | acme-1: secrets are one secret, or two",
                ACME + "destinations | | acme-1: destinations are missing",
                ACME + "destinations | 50500,abc | acme-1: not a destination",
                ACME + "public-url | | acme-1: public-url is the http(s) URL",
                ACME + "public-url | /relative | acme-1: public-url is the http(s) URL",
                ACME + "public-url | ftp://sms.example.com/ | acme-1: public-url is the http(s) URL",
                ACME + "public-url | https://sms.example.com/?a=b | acme-1: public-url is the http(s) URL",
                ACME + "public-url | https://sms.example.com/#rc=2 | acme-1: public-url is the http(s) URL",
            })
    void aWrongValueIsNamedInASentence(String key, @Nullable String value, String sentence) {
        if (value == null) {
            keys.remove(key);
        } else {
            keys.put(key, value);
        }

        assertThatThrownBy(this::bind)
                .rootCause()
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("hush");
    }

    @Test
    void aThirdSecretIsOneTooMany() {
        keys.put(ACME + "secrets[1]", "two");
        assertThat(bind().toConnectors().getFirst().secrets()).hasSize(2);

        keys.put(ACME + "secrets[2]", "three");
        assertThatThrownBy(this::bind).rootCause().hasMessageContaining("one secret, or two");
    }

    @Test
    void aConnectorHasAProperName() {
        keys.put("uptext.inbound.connectors[Big Name].provider", "twilio");
        keys.put("uptext.inbound.connectors[Big Name].secrets", "hush");
        keys.put("uptext.inbound.connectors[Big Name].destinations", "50500");

        assertThatThrownBy(this::bind).rootCause().hasMessageContaining("not the name of a connector");
    }

    @Test
    void aServiceWithoutConnectorsDoesNotStart() {
        keys.keySet().removeIf(key -> key.startsWith(ACME));

        assertThatThrownBy(this::bind).rootCause().hasMessageContaining("uptext.inbound.connectors is empty");
    }

    @ParameterizedTest
    @CsvSource({"hush", "whsec_", "whsec_c2hvcnQ=", "whsec_***", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void aSecretOfTheGenericDoorIsWrittenAsTheSpecificationSays(String secret) {
        keys.put(ACME + "provider", "generic");
        keys.remove(ACME + "public-url");
        keys.put(ACME + "secrets[0]", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(bind().toConnectors()).hasSize(1);

        keys.put(ACME + "secrets[0]", secret);
        assertThatThrownBy(this::bind).rootCause().hasMessageContaining("acme-1: secrets are written whsec_");
    }

    private InboundSmsProperties bind() {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate("uptext.inbound", InboundSmsProperties.class);
    }
}
