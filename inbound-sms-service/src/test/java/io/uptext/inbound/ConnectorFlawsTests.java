/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ByteArrayResource;

/** Whatever is wrong with a connector in YAML fails with its sentence, which names the connector and quotes no secret. */
class ConnectorFlawsTests {

    private static final String SECRET = "hush-hush-hush-hush";
    private static final String FINGERPRINT = "0123456789abcdef".repeat(4);

    private static final String SIGNED = """
            provider: sinch
            secrets: ["hush-hush-hush-hush"]
            destinations: ["50500"]
            """;

    private static final String BASIC = """
            provider: sinch
            authentication: basic
            secrets: ["uptext:hush-hush-hush-hush"]
            destinations: ["50500"]
            """;

    private static final String HEADER = """
            provider: sinch
            authentication: header
            secrets: ["hush-hush-hush-hush"]
            destinations: ["50500"]
            """;

    private static final String MTLS = """
            provider: sinch
            authentication: mtls
            client-certificates: ["%s"]
            destinations: ["50500"]
            """.formatted(FINGERPRINT);

    private static final String NONE = """
            provider: sinch
            authentication: none
            route-trust: T0
            destinations: ["50500"]
            """;

    @ParameterizedTest
    @ValueSource(strings = {SIGNED, BASIC, HEADER, NONE})
    void whatFollowsIsRightBeforeItIsSpoiled(String yaml) {
        assertThat(bind(yaml).toConnectors()).hasSize(1);
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                flaw(HEADER.replace("authentication: header", "authentication: psk"), "authentication"),
                flaw(
                        SIGNED.replace("sinch", "twilio") + "authentication: basic",
                        "authentication is one of [signature]"),
                flaw(
                        SIGNED.replace("sinch", "telnyx") + "authentication: none\nroute-trust: T0",
                        "authentication is one"),
                flaw(
                        SIGNED.replace("sinch", "africastalking"),
                        "authentication is missing: this provider does not sign, so say basic, header, query or mtls, or"
                                + " none together with route-trust: T0"),
                flaw(
                        SIGNED.replace("sinch", "africastalking") + "authentication: signature",
                        "authentication is one of [basic, header, query, mtls, none] for this provider"),
                flaw(SIGNED.replaceAll("secrets.*\n", ""), "secrets are one secret, or two"),
                flaw(SIGNED.replaceAll("secrets.*\n", "secrets: []\n"), "secrets are one secret, or two"),
                flaw(SIGNED.replaceAll("secrets.*\n", "secrets: [\"\"]\n"), "secrets are one secret, or two"),
                flaw(SIGNED.replace("[\"hush", "[\" hush"), "secrets are one secret, or two"),
                flaw(SIGNED.replace("hush\"]", "hush\\n\"]"), "secrets are one secret, or two"),
                flaw(
                        SIGNED.replace("hush\"]", "hush\", \"" + SECRET + "2\", \"" + SECRET + "3\"]"),
                        "or two while it is"),
                flaw(
                        SIGNED + "client-certificates: [\"" + FINGERPRINT + "\"]",
                        "client-certificates are for authentication: mtls only"),
                flaw(SIGNED + "options: {hue: red}", "options.hue is not known; this connector has no options"),
                flaw(SIGNED + "options: {header: X-Secret}", "options.header is not known"),
                flaw(SIGNED + "region: Sweden", "region is a country"),
                flaw(SIGNED + "region: se", "region is a country"),
                flaw(
                        SIGNED + "region: NO",
                        "region is a country as ISO 3166-1 writes it, SE for example; Norway is \"NO\""),
                flaw(SIGNED + "route-trust: T4", "route-trust"),
                flaw(SIGNED.replaceAll("destinations.*\n", ""), "destinations are missing"),
                flaw(SIGNED.replace("50500", "12"), "not a destination"),
                flaw(SIGNED.replace("50500", "ACME"), "not a destination"),
                flaw(SIGNED.replace("sinch", "pigeon"), "provider is one of 46elks, "),
                flaw(SIGNED.replace("provider: sinch", "provider:"), "provider is one of 46elks, "),
                flaw(SIGNED.replace("sinch", "twilio"), "public-url is the http(s) URL"),
                flaw(SIGNED.replace("sinch", "twilio") + "public-url: \"http:hush\"", "public-url is the http(s) URL"),
                flaw(BASIC.replace("uptext:", ""), "secrets are user:password with authentication: basic"),
                flaw(BASIC.replace("uptext:hush", ":hush"), "secrets are user:password"),
                flaw(BASIC.replace(SECRET, ""), "secrets are user:password"),
                flaw(BASIC.replace("hush\"]", "hush\\u0007\"]"), "secrets are user:password"),
                flaw(BASIC + "options: {parameter: secret}", "options.parameter is not known"),
                flaw(
                        HEADER.replace("\"" + SECRET, "\"hush-hush-hush\", \"" + SECRET),
                        "secrets have at least 16 characters with authentication: header"),
                flaw(
                        HEADER.replace("header", "query").replace(SECRET, "hush-hush-hush-"),
                        "secrets have at least 16 characters with authentication: query"),
                flaw(HEADER + "options: {parameter: secret}", "options.parameter is not known; there are header"),
                flaw(HEADER + "options: {header: \"X Secret\"}", "options.header is the name of a header"),
                flaw(HEADER + "options: {header: \"\"}", "options.header is the name of a header"),
                flaw(
                        HEADER.replace(": header", ": query") + "options: {header: X-Secret}",
                        "options.header is not known; there are parameter"),
                flaw(
                        HEADER.replace(": header", ": query") + "options: {parameter: \" \"}",
                        "options.parameter is the name of a parameter"),
                flaw(MTLS + "secrets: [\"" + SECRET + "\"]", "secrets are of no use with authentication: mtls"),
                flaw(MTLS.replaceAll("client-cert.*\n", ""), "client-certificates are SHA-256 fingerprints"),
                flaw(
                        MTLS.replace(FINGERPRINT, FINGERPRINT.substring(2)),
                        "client-certificates are SHA-256 fingerprints"),
                flaw(
                        MTLS.replace(FINGERPRINT, FINGERPRINT.replace('f', 'g')),
                        "client-certificates are SHA-256 fingerprints"),
                flaw(MTLS.replace(FINGERPRINT, "CN=provider"), "client-certificates are SHA-256 fingerprints"),
                flaw(NONE + "secrets: [\"" + SECRET + "\"]", "secrets are of no use with authentication: none"),
                flaw(NONE.replace("route-trust: T0\n", ""), "authentication: none needs route-trust: T0 beside it"),
                flaw(NONE.replace("T0", "T2"), "authentication: none needs route-trust: T0 beside it"));
    }

    private static Arguments flaw(String connector, String sentence) {
        return Arguments.of(connector, sentence);
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void aFlawHasItsSentenceAndNoSecret(String yaml, String sentence) {
        Throwable failure = catchThrowable(() -> bind(yaml));

        assertThat(messages(failure)).contains(sentence).contains("my-door").doesNotContain("hush");
    }

    /** What the failure says, and all that caused it: Boot reports the innermost, and names the key for a wrong word. */
    private static String messages(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            messages.append(each.getMessage()).append('\n');
        }
        return messages.toString();
    }

    @Test
    void wordsAreTakenInEitherCaseAndFingerprintsWithColons() {
        String colons = FINGERPRINT.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
        Connector connector = bind(MTLS.replace(FINGERPRINT, colons).replace("mtls", "MTLS")
                        + "route-trust: t3\nregion: SE")
                .toConnectors()
                .getFirst();

        assertThat(connector.credentials().clientCertificates()).containsExactly(FINGERPRINT);
        assertThat(connector.credentials().authentication()).isEqualTo(Authentication.MTLS);
        assertThat(connector.routeTrust()).isEqualTo(RouteTrust.T3);
        assertThat(connector.region()).isEqualTo("SE");
    }

    @Test
    void aSecretMayBeOneWordAndTwoSecretsAList() {
        assertThat(bind(SIGNED.replaceAll("secrets.*\n", "secrets: " + SECRET + "\n"))
                        .toConnectors()
                        .getFirst()
                        .secrets())
                .containsExactly(SECRET);
        assertThat(bind(SIGNED.replaceAll("secrets.*\n", "secrets:\n  - new-" + SECRET + "\n  - " + SECRET + "\n"))
                        .toConnectors()
                        .getFirst()
                        .secrets())
                .containsExactly("new-" + SECRET, SECRET);
    }

    @Test
    void numbersMayBeWrittenAsNumbers() {
        assertThat(bind(SIGNED.replace("[\"50500\"]", "[50500, +46701234567]"))
                        .toConnectors()
                        .getFirst()
                        .destinations())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("50500", "+46701234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100001", "many", "1000000000000"})
    void mostWaitingIsBounded(String most) {
        assertThat(messages(catchThrowable(() -> bind("most-waiting: " + most, SIGNED))))
                .contains("uptext.inbound.most-waiting");
        assertThat(bind("most-waiting: 1", SIGNED).mostWaiting()).isEqualTo(1);
        assertThat(bind("most-waiting: 100000", SIGNED).mostWaiting()).isEqualTo(100_000);
    }

    private static InboundSmsProperties bind(String connector) {
        return bind("", connector);
    }

    private static InboundSmsProperties bind(String more, String connector) {
        String yaml = """
                uptext:
                  inbound:
                    pepper: c2VjcmV0LXBlcHBlci1mb3ItdGVzdHMtMzItYnl0ZXMhIQ==
                    %s
                    connectors:
                      my-door:
                %s
                """.formatted(more, connector.indent(8));
        MutablePropertySources sources = new MutablePropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load("test", new ByteArrayResource(yaml.getBytes(UTF_8)))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate("uptext.inbound", InboundSmsProperties.class);
    }
}
