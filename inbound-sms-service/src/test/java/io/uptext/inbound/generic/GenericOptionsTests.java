/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Requests;
import io.uptext.inbound.door.SharedSecrets;
import io.uptext.simulator.Account;
import io.uptext.simulator.Fault;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.GenericProvider;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape that options can give the generic door: what fits is read, what is wrong is refused. */
class GenericOptionsTests {

    private static final Instant NOW = Instant.parse("2026-09-24T10:15:30Z");
    private static final SimulatedSms SMS =
            new SimulatedSms("m-1", "+46701234567", "50500", " H\u00e5j & =\n\uD83D\uDC4B");
    private static final DoorMessage MESSAGE = new DoorMessage(SMS.id(), SMS.from(), SMS.to(), SMS.text());
    private static final String SECRET = "demo-secret-of-a-gateway";
    private static final String STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Map<String, String> NESTED = Map.of(
            "id-field", "data.message.id",
            "from-field", "data.message.source",
            "to-field", "data.target",
            "text-field", "body");

    private final GenericDoor door = new GenericDoor();
    private final SimulatedProvider provider = new GenericProvider();

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(Authentication.SIGNATURE, STANDARD_SECRET, Map.of()),
                Arguments.of(Authentication.SIGNATURE, STANDARD_SECRET, NESTED),
                Arguments.of(Authentication.SIGNATURE, STANDARD_SECRET, Map.of("body", "form")),
                Arguments.of(Authentication.SIGNATURE, SECRET, Map.of("signature", "hmac", "hmac-header", "X-Mac")),
                Arguments.of(
                        Authentication.SIGNATURE,
                        SECRET,
                        Map.of(
                                "signature", "hmac",
                                "hmac-header", "X-Hub-Signature-256",
                                "hmac-prefix", "sha256=",
                                "body", "form",
                                "id-field", "message_id")),
                Arguments.of(
                        Authentication.SIGNATURE,
                        SECRET,
                        Map.of(
                                "signature", "hmac",
                                "hmac-header", "X-Mac",
                                "hmac-algorithm", "sha1",
                                "hmac-encoding", "base64")),
                Arguments.of(
                        Authentication.SIGNATURE,
                        SECRET,
                        Map.of("signature", "hmac", "hmac-header", "X-Mac", "hmac-algorithm", "sha512")),
                Arguments.of(Authentication.BASIC, "gateway:" + SECRET, Map.of()),
                Arguments.of(Authentication.HEADER, SECRET, Map.of("body", "form", "header", "X-Key")),
                Arguments.of(Authentication.HEADER, SECRET, NESTED),
                Arguments.of(Authentication.QUERY, SECRET, Map.of("body", "query")),
                Arguments.of(Authentication.QUERY, SECRET, Map.of("body", "json", "parameter", "k")),
                Arguments.of(Authentication.NONE, "", Map.of("body", "query", "id-field", "a.b")));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aGenuineRequestIsReadAndAFaultyOneRefused(Authentication way, String secret, Map<String, String> options) {
        Connector connector = connector(way, secret, options);
        Account account = new Account(
                URI.create(Connectors.URL), URI.create(Connectors.URL), Proof.valueOf(way.name()), secret, options);
        RawRequest request = Requests.raw(provider.request(SMS, account, NOW), NOW);

        assertThat(door.flawOf(connector)).isEmpty();
        assertThat(door.methods(connector)).containsExactly(request.method());
        assertThat(authenticate(request, connector)).isEqualTo(new Authenticity.Genuine());
        assertThat(door.read(request, connector)).isEqualTo(Reading.of(MESSAGE));
        for (Fault fault : Fault.values()) {
            if (fault.shows(provider, account)) {
                SimulatedRequest faulty = fault.request(provider, SMS, account, NOW);
                assertThat(authenticate(Requests.raw(faulty, NOW), connector))
                        .as(fault.toString())
                        .isInstanceOf(Authenticity.Forged.class);
            }
        }
    }

    /** Test case 2 of RFC 4231 (4.3) and of RFC 2202 (3): the key and the data are theirs. */
    @ParameterizedTest
    @CsvSource({
        "sha256, hex, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "sha256, base64, W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=",
        "sha1, hex, effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
        "sha512, hex, 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
    })
    void publishedCodesAreGenuine(String algorithm, String encoding, String mac) {
        Connector connector = connector(
                Authentication.SIGNATURE,
                "Jefe",
                Map.of(
                        "signature", "hmac",
                        "hmac-header", "X-Mac",
                        "hmac-prefix", "mac: ",
                        "hmac-algorithm", algorithm,
                        "hmac-encoding", encoding));
        String body = "what do ya want for nothing?";

        assertThat(authenticate(signed(body, "mac: " + mac), connector)).isEqualTo(new Authenticity.Genuine());
        for (String wrong :
                List.of(mac, "mac:" + mac, "mac: " + mac.toUpperCase(Locale.ROOT), "mac: " + mac + " ", "mac: ", "")) {
            assertThat(authenticate(signed(body, wrong), connector)).isInstanceOf(Authenticity.Forged.class);
        }
        assertThat(authenticate(signed(body + "?", "mac: " + mac), connector)).isInstanceOf(Authenticity.Forged.class);
        assertThat(authenticate(signed(body, "mac: " + mac, "mac: " + mac), connector))
                .isInstanceOf(Authenticity.Forged.class);
    }

    private static RawRequest signed(String body, String... macs) {
        return new RawRequest(
                "POST",
                name -> name.equals("X-Mac") ? List.of(macs) : List.of(),
                null,
                body.getBytes(UTF_8),
                NOW,
                Set.of());
    }

    @Test
    void bothSecretsOfARotationCount() {
        Map<String, String> options = Map.of("signature", "hmac", "hmac-header", "X-Mac");
        Connector connector = Connectors.of(door)
                .secrets("demo-secret-that-is-new", SECRET)
                .option("signature", "hmac")
                .option("hmac-header", "X-Mac")
                .build();
        Account account =
                new Account(URI.create(Connectors.URL), URI.create(Connectors.URL), Proof.SIGNATURE, SECRET, options);

        assertThat(authenticate(Requests.raw(provider.request(SMS, account, NOW), NOW), connector))
                .isEqualTo(new Authenticity.Genuine());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":817790313235066447,\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"} | 817790313235066447",
                "{\"id\":\"a\",\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"} | a",
            })
    void anIdMayBeANumber(String json, String id) {
        assertThat(read(json, "json")).isEqualTo(Reading.of(new DoorMessage(id, "1", "2", "3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"}",
                "{\"id\":\"\",\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"}",
                "{\"id\":null,\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"}",
                "{\"id\":1.5,\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"}",
                "{\"id\":true,\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"}",
                "{\"id\":\"a\",\"from\":46701234567,\"to\":\"2\",\"text\":\"3\"}",
                "{\"id\":\"a\",\"id\":\"a\",\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"}",
                "[{\"id\":\"a\",\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"}]",
                "id=a&from=1&to=2&text=3",
            })
    void jsonWithoutOneOfEachIsMalformed(String json) {
        assertThat(read(json, "json")).isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=1&to=2&text=3",
                "id=&from=1&to=2&text=3",
                "id=a&to=2&text=3",
                "id=a&from=1&text=3",
                "id=a&from=1&to=2",
                "id=a&from=1&from=4&to=2&text=3",
                "id=a&id=b&from=1&to=2&text=3",
                "id=a&from=1&to=2&text=3&text=4",
                "id=a&from=1&to=2&text=%ff",
                "id=a&from=1&to=2&text=%ED%A0%80",
                "id=a&from=1&to=2&text=%",
                "{\"id\":\"a\",\"from\":\"1\",\"to\":\"2\",\"text\":\"3\"}",
            })
    void aFormWithoutOneOfEachIsMalformed(String form) {
        assertThat(read(form, "form")).isInstanceOf(Reading.Malformed.class);
    }

    private Reading read(String body, String kind) {
        RawRequest request = new RawRequest("POST", _ -> List.of(), "id=q", body.getBytes(UTF_8), NOW, Set.of());
        return door.read(request, connector(Authentication.HEADER, SECRET, Map.of("body", kind)));
    }

    private static Authenticity authenticate(RawRequest request, Connector connector) {
        return connector.credentials().authentication() == Authentication.SIGNATURE
                ? new GenericDoor().authenticate(request, connector)
                : SharedSecrets.authenticate(request, connector);
    }

    private static Connector connector(Authentication way, String secret, Map<String, String> options) {
        Connectors connector = Connectors.of(new GenericDoor()).knownBy(way);
        options.forEach(connector::option);
        return (secret.isEmpty() ? connector : connector.secrets(secret)).build();
    }
}
