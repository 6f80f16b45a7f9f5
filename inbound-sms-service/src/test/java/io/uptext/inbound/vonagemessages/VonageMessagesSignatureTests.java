/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.vonagemessages;

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
import io.uptext.simulator.provider.VonageMessagesProvider;
import java.net.URI;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may say that a message comes from Vonage's Messages API. JwtTests has Vonage's own vectors. */
class VonageMessagesSignatureTests {

    private static final String SECRET = "the-signature-secret";
    private static final String OTHER = "another-signature-secret";
    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.500Z");
    private static final SimulatedSms SMS = new SimulatedSms("id-1", "+46701234567", "50500", "h\u00e5j \uD83D\uDC4B");

    private final VonageMessagesDoor door = new VonageMessagesDoor();
    private final VonageMessagesProvider provider = new VonageMessagesProvider();
    private final Account account =
            Account.of(URI.create(Connectors.URL), Proof.SIGNATURE, SECRET).with("api-key", "abcd1234");

    @Test
    void whatVonageSignsIsGenuine() {
        assertGenuine(request(), NOW);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultIsForged(Fault fault) {
        assertThat(fault.shows(provider, account)).isTrue();
        assertForged(fault.request(provider, SMS, account, NOW), NOW);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void aTokenOfTheLastOrNextFiveMinutesCounts(long seconds) {
        assertGenuine(request(), issued().plusSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300_001, 300_001, 86_400_000})
    void aTokenFurtherAwayIsForged(long milliseconds) {
        assertForged(request(), issued().plusMillis(milliseconds));
    }

    @Test
    void bothSecretsCountWhileTheyAreBeingChanged() {
        assertThat(judge(request(), NOW, OTHER, SECRET)).isEqualTo(new Authenticity.Genuine());
        assertThat(judge(request(), NOW, SECRET, OTHER)).isEqualTo(new Authenticity.Genuine());
        assertThat(judge(request(), NOW, OTHER)).isInstanceOf(Authenticity.Forged.class);
    }

    @Test
    void aTokenForAnotherAccountIsForgedWhereTheAccountIsConfigured() {
        assertThat(judge(request(), "abcd1234")).isEqualTo(new Authenticity.Genuine());
        assertThat(judge(request(), "ABCD1234")).isInstanceOf(Authenticity.Forged.class);
        assertThat(judge(withClaims("{\"iat\":%d,\"payload_hash\":\"%s\"}"), "abcd1234"))
                .isInstanceOf(Authenticity.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iat\":%d}",
                "{\"iat\":%d,\"payload_hash\":null}",
                "{\"iat\":%d,\"payload_hash\":\"\"}",
                "{\"iat\":%d,\"payload_hash\":[\"%s\"]}",
                "{\"iat\":%d,\"payload_hash\":\"%s0\"}",
                "{\"iat\":\"%d\",\"payload_hash\":\"%s\"}",
                "{\"iat\":%d.5,\"payload_hash\":\"%s\"}",
                "{\"iat\":null,\"nbf\":%d,\"payload_hash\":\"%s\"}",
                "{\"nbf\":%d,\"payload_hash\":\"%s\"}",
            })
    void aTokenWithoutItsTimeOrItsBodyIsForged(String claims) {
        assertGenuine(withClaims("{\"iat\":%d,\"payload_hash\":\"%s\"}"), NOW);
        assertForged(withClaims(claims), NOW);
    }

    @Test
    void onlyHs256Counts() {
        String claims = claims("{\"iat\":%d,\"payload_hash\":\"%s\"}");
        String hs384 = Tokens.part("{\"alg\":\"HS384\"}") + "." + Tokens.part(claims);
        String token = hs384 + "."
                + Signatures.hmac("HmacSHA384", SECRET.getBytes(UTF_8), hs384.getBytes(UTF_8))
                        .replace('+', '-')
                        .replace('/', '_');

        assertForged(withToken("Bearer " + token), NOW);
        assertForged(withToken("Bearer " + Tokens.part("{\"alg\":\"none\"}") + "." + Tokens.part(claims) + "."), NOW);
    }

    @Test
    void theSchemeIsBearerInAnyCaseAndStandsThereOnce() {
        String authorization = request().header("Authorization").orElseThrow();
        String token = authorization.substring("Bearer ".length());

        assertGenuine(withToken("bearer " + token), NOW);
        for (String other :
                new String[] {token, "Basic " + token, "Bearer" + token, "Bearer ", "", "Bearer x " + token}) {
            assertForged(withToken(other), NOW);
        }
        assertForged(request().with("Authorization", authorization), NOW);
        assertForged(request().without("Authorization"), NOW);
    }

    @Test
    void everyOneOf200SeededMutantsIsRefused() {
        Random random = new Random(20261124);
        for (int i = 0; i < 200; i++) {
            byte[] body = request().body();
            if (i % 2 == 0) {
                body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
                assertForged(request().withBody(body), NOW);
            } else {
                StringBuilder header =
                        new StringBuilder(request().header("Authorization").orElseThrow());
                int at = "Bearer ".length() + random.nextInt(header.length() - "Bearer ".length());
                header.setCharAt(at, header.charAt(at) == 'A' ? 'B' : 'A');
                assertForged(withToken(header.toString()), NOW);
            }
        }
    }

    @Test
    void anAccountThatIsNoneIsAFlaw() {
        assertThat(door.flawOf(Connectors.of(door).build())).isEmpty();
        assertThat(door.flawOf(Connectors.of(door).option("api-key", "abcd1234").build()))
                .isEmpty();
        assertThat(door.flawOf(Connectors.of(door).option("api-key", " ").build()))
                .isPresent();
        assertThat(door.flawOf(
                        Connectors.of(door).option("api-key", "abcd1234 ").build()))
                .isPresent();
    }

    private SimulatedRequest request() {
        return provider.request(SMS, account, NOW);
    }

    private SimulatedRequest withToken(String authorization) {
        return request().without("Authorization").with("Authorization", authorization);
    }

    private SimulatedRequest withClaims(String claims) {
        return withToken("Bearer " + Tokens.sign(Tokens.HS256, claims(claims), SECRET));
    }

    private String claims(String template) {
        return template.formatted(
                issued().getEpochSecond(), Signatures.sha256Hex(request().body()));
    }

    /** A token says whole seconds. */
    private static Instant issued() {
        return Instant.ofEpochSecond(NOW.getEpochSecond());
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

    private Authenticity judge(SimulatedRequest request, String apiKey) {
        return door.authenticate(
                Requests.raw(request, NOW),
                Connectors.of(door).secrets(SECRET).option("api-key", apiKey).build());
    }
}
