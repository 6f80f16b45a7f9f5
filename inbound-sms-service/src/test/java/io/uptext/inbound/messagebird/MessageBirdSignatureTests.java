/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.messagebird;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.Requests;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.door.Tokens;
import io.uptext.simulator.Account;
import io.uptext.simulator.Fault;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.MessageBirdProvider;
import java.net.URI;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may say that a request comes from MessageBird. */
class MessageBirdSignatureTests {

    private static final String HEADER = "MessageBird-Signature-JWT";
    private static final String SECRET = "the-signing-key-of-the-account";
    private static final String OTHER = "another-signing-key";
    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30Z");
    private static final SimulatedSms SMS =
            new SimulatedSms("id-1", "+46701234567", "50500", "h\u00e5j &=+ \uD83D\uDC4B");

    private final MessageBirdDoor door = new MessageBirdDoor();
    private final MessageBirdProvider provider = new MessageBirdProvider();
    private final Account account = Account.of(URI.create(Connectors.URL), Proof.SIGNATURE, SECRET);

    @ParameterizedTest
    @CsvSource({"post, HS256", "post, HS384", "post, HS512", "get, HS256", "get, HS512"})
    void whatMessageBirdSignsIsGenuine(String method, String algorithm) {
        Account set = account.with("method", method).with("algorithm", algorithm);

        assertGenuine(provider.request(SMS, set, NOW), NOW);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultIsForged(Fault fault) {
        assertThat(fault.shows(provider, account)).isTrue();
        assertForged(fault.request(provider, SMS, account, NOW), NOW);
        assertForged(fault.request(provider, SMS, account.with("method", "get"), NOW), NOW);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000, 0, 30_000, 60_000, 61_000})
    void aTokenCountsFromItsStartToItsEndAndASecondAround(long milliseconds) {
        assertGenuine(request(), NOW.plusMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_001, 61_001, 3_600_000})
    void aTokenBeforeOrAfterIsForged(long milliseconds) {
        assertForged(request(), NOW.plusMillis(milliseconds));
    }

    @Test
    void bothSecretsCountWhileTheyAreBeingChanged() {
        assertThat(judge(request(), NOW, OTHER, SECRET)).isEqualTo(new Authenticity.Genuine());
        assertThat(judge(request(), NOW, SECRET, OTHER)).isEqualTo(new Authenticity.Genuine());
        assertThat(judge(request(), NOW, OTHER)).isInstanceOf(Authenticity.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{IAT,EXP,URL,BODY}",
                "{ISS,EXP,URL,BODY}",
                "{ISS,NBF,URL,BODY}",
                "{ISS,NBF,EXP,BODY}",
                "{ISS,NBF,EXP,URL}",
                "{NBF,EXP,URL,BODY,\"iss\":\"messagebird\"}",
                "{NBF,EXP,URL,BODY,\"iss\":[\"MessageBird\"]}",
                "{ISS,EXP,URL,BODY,\"nbf\":\"1\"}",
                "{ISS,EXP,URL,BODY,\"nbf\":null}",
                "{ISS,NBF,URL,BODY,\"exp\":null}",
                "{ISS,NBF,URL,BODY,\"exp\":1e12}",
                "{ISS,NBF,EXP,URL,\"payload_hash\":null}",
                "{ISS,NBF,EXP,URL,\"payload_hash\":\"\"}",
                "{ISS,NBF,EXP,BODY,\"url_hash\":null}",
                "{ISS,NBF,EXP,BODY,\"url_hash\":\"\"}",
                "{ISS,NBF,EXP,URL,BODY,BODY}",
            })
    void aTokenWithoutOneOfItsClaimsIsForged(String claims) {
        assertGenuine(withClaims("{ISS,NBF,EXP,URL,BODY}"), NOW);
        assertForged(withClaims(claims), NOW);
    }

    @Test
    void aBodyAddedToAGetOrTakenFromAPostIsForged() {
        SimulatedRequest get = provider.request(SMS, account.with("method", "get"), NOW);

        assertForged(get.withBody("originator=1".getBytes(UTF_8)), NOW);
        assertForged(request().withBody(new byte[0]), NOW);
        assertForged(request().withParameter("originator", "1"), NOW);
    }

    @Test
    void theOrderOfTheQueryIsSigned() {
        SimulatedRequest get = provider.request(SMS, account.with("method", "get"), NOW);
        String query = get.url().getRawQuery();
        int second = query.indexOf('&');
        String swapped = query.substring(second + 1) + "&" + query.substring(0, second);

        assertForged(get.to(URI.create(Connectors.URL + "?" + swapped)), NOW);
        assertForged(get.to(URI.create(Connectors.URL + "?" + query + "&")), NOW);
        assertForged(request().to(URI.create(Connectors.URL + "?")), NOW);
    }

    @Test
    void aRequestToAnotherConnectorIsForged() {
        assertThat(door.authenticate(
                        Requests.raw(request(), NOW),
                        Connectors.of(door)
                                .secrets(SECRET)
                                .publicUrl(Connectors.URL + "-2")
                                .build()))
                .isInstanceOf(Authenticity.Forged.class);
    }

    @Test
    void noTokenAndTwoTokensAreForged() {
        assertForged(request().without(HEADER), NOW);
        assertForged(request().with(HEADER, request().header(HEADER).orElseThrow()), NOW);
        assertForged(request().without(HEADER).with(HEADER, ""), NOW);
        assertForged(
                request()
                        .without(HEADER)
                        .with(HEADER, "Bearer " + request().header(HEADER).orElseThrow()),
                NOW);
    }

    @Test
    void everyOneOf200SeededMutantsIsRefused() {
        Random random = new Random(20261124);
        for (int i = 0; i < 200; i++) {
            SimulatedRequest request = provider.request(SMS, account.with("method", i % 2 == 0 ? "post" : "get"), NOW);
            SimulatedRequest mutant = switch (i % 4) {
                case 0 -> request.withBody(flipped(request.body(), random));
                case 1 ->
                    request.to(URI.create(
                            Connectors.URL + "?" + mutant(request.url().getRawQuery(), random)));
                default ->
                    request.without(HEADER)
                            .with(HEADER, mutant(request.header(HEADER).orElseThrow(), random));
            };
            assertForged(mutant, NOW);
        }
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private static String mutant(String original, Random random) {
        int at = random.nextInt(original.length());
        return original.substring(0, at) + (original.charAt(at) == 'A' ? 'B' : 'A') + original.substring(at + 1);
    }

    @Test
    void aConnectorNeedsItsPublicUrl() {
        assertThat(door.flawOf(Connectors.of(door).build())).isEmpty();
        assertThat(door.flawOf(Connectors.of(door).publicUrl(null).build())).isPresent();
        assertThat(door.flawOf(
                        Connectors.of(door).publicUrl("https://a.example/?a=b").build()))
                .isPresent();
    }

    private SimulatedRequest request() {
        return provider.request(SMS, account, NOW);
    }

    private SimulatedRequest withClaims(String claims) {
        String written = claims.replace("ISS", "\"iss\":\"MessageBird\"")
                .replace("IAT", "\"iat\":" + NOW.getEpochSecond())
                .replace("NBF", "\"nbf\":" + NOW.getEpochSecond())
                .replace("EXP", "\"exp\":" + NOW.plusSeconds(60).getEpochSecond())
                .replace("URL", "\"url_hash\":\"" + Signatures.sha256Hex(Connectors.URL.getBytes(UTF_8)) + "\"")
                .replace(
                        "BODY",
                        "\"payload_hash\":\"" + Signatures.sha256Hex(request().body()) + "\"");
        return request().without(HEADER).with(HEADER, Tokens.sign(Tokens.HS256, written, SECRET));
    }

    private void assertGenuine(SimulatedRequest request, Instant at) {
        assertThat(judge(request, at, SECRET)).isEqualTo(new Authenticity.Genuine());
    }

    private void assertForged(SimulatedRequest request, Instant at) {
        assertThat(judge(request, at, SECRET)).isInstanceOf(Authenticity.Forged.class);
    }

    private Authenticity judge(SimulatedRequest request, Instant at, String... secrets) {
        return door.authenticate(
                Requests.raw(request, at), Connectors.of(door).secrets(secrets).build());
    }
}
