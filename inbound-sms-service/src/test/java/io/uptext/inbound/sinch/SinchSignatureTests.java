/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.sinch;

import static io.uptext.inbound.sinch.SinchRequests.ALGORITHM;
import static io.uptext.inbound.sinch.SinchRequests.NONCE;
import static io.uptext.inbound.sinch.SinchRequests.NOW;
import static io.uptext.inbound.sinch.SinchRequests.SECRET;
import static io.uptext.inbound.sinch.SinchRequests.SIGNATURE;
import static io.uptext.inbound.sinch.SinchRequests.TIMESTAMP;
import static io.uptext.inbound.sinch.SinchRequests.connector;
import static io.uptext.inbound.sinch.SinchRequests.post;
import static io.uptext.inbound.sinch.SinchRequests.simulated;
import static io.uptext.inbound.sinch.SinchRequests.vector;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Requests;
import io.uptext.inbound.door.Signatures;
import io.uptext.simulator.SimulatedRequest;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sinch's signature over the body, a nonce and the time. */
class SinchSignatureTests {

    private final SinchDoor door = new SinchDoor();

    @Test
    void sinchsOwnVectorIsGenuine() {
        assertGenuine(vector());
    }

    @Test
    void whatTheSimulatorSignsIsGenuine() {
        assertGenuine(simulated());
    }

    @ParameterizedTest
    @ValueSource(strings = {SIGNATURE, ALGORITHM, NONCE, TIMESTAMP})
    void aHeaderThatIsMissingOrStandsTwiceIsForged(String name) {
        assertForged(vector().without(name));
        assertForged(vector().with(name, vector().header(name).orElseThrow()));
        assertForged(vector().with(name, ""));
        assertForged(vector().without(name).with(name, ""));
    }

    @ParameterizedTest
    @CsvSource({"HmacSHA1", "HmacMD5", "HmacSHA512", "HmacSHA384", "PBEWithHmacSHA256", "hmacsha256", "SHA256", "none"})
    void anotherAlgorithmIsForgedEvenWhereItsSignatureIsRight(String algorithm) {
        SimulatedRequest labelled = vector().without(ALGORITHM).with(ALGORITHM, algorithm);
        assertForged(labelled);

        if (algorithm.startsWith("HmacSHA") || algorithm.equals("HmacMD5")) {
            String signed = new String(vector().body(), UTF_8) + ".01FJA8B4A7BM43YGWSG9GBV067.1634579353";
            String signature = Signatures.hmac(algorithm, SECRET.getBytes(UTF_8), signed.getBytes(UTF_8));
            assertForged(labelled.without(SIGNATURE).with(SIGNATURE, signature));
            assertForged(vector().without(SIGNATURE).with(SIGNATURE, signature));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void anAttemptWithinFiveMinutesCounts(long seconds) {
        assertThat(authenticate(vector(), NOW.plusSeconds(seconds), SECRET)).isEqualTo(new Authenticity.Genuine());
    }

    @ParameterizedTest
    @ValueSource(longs = {-300_001, 300_001, 86_400_000})
    void anAttemptFurtherAwayIsForged(long milliseconds) {
        assertThat(authenticate(vector(), NOW.plusMillis(milliseconds), SECRET))
                .isInstanceOf(Authenticity.Forged.class);
    }

    @ParameterizedTest
    @CsvSource({
        NONCE + ", 01FJA8B4A7BM43YGWSG9GBV068",
        NONCE + ", 01fja8b4a7bm43ygwsg9gbv067",
        TIMESTAMP + ", 1634579354",
        TIMESTAMP + ", 1634579353.0",
        TIMESTAMP + ", +1634579353",
        TIMESTAMP + ", 2021-10-18T17:49:13Z",
        TIMESTAMP + ", -1",
        SIGNATURE + ", 6bpJoRmFoXVjfJIVglMoJzYXxnoxRujzR4k2GOXewOF=",
        SIGNATURE + ", 6bpJoRmFoXVjfJIVglMoJzYXxnoxRujzR4k2GOXewOE",
        SIGNATURE + ", 6BPJORMFOXVJFJIVGLMOJZYXXNOXRUJZR4K2GOXEWOE=",
        SIGNATURE + ", nonsense",
    })
    void anotherValueThanTheSignedOneIsForged(String name, String value) {
        assertForged(vector().without(name).with(name, value));
    }

    @Test
    void aDotCannotMoveBytesFromTheBodyIntoTheNonce() {
        String signed = "{\"type\":\"mo_text\"}.x.n.1634579353";
        String signature = Signatures.hmac("HmacSHA256", SECRET.getBytes(UTF_8), signed.getBytes(UTF_8));
        SimulatedRequest request = post("{\"type\":\"mo_text\"}.x")
                .with(SIGNATURE, signature)
                .with(ALGORITHM, "HmacSHA256")
                .with(TIMESTAMP, "1634579353");

        assertGenuine(request.with(NONCE, "n"));
        assertForged(request.withBody("{\"type\":\"mo_text\"}".getBytes(UTF_8)).with(NONCE, "x.n"));
    }

    @Test
    void everyBitOfTheBodyIsSigned() {
        for (int at = 0; at < vector().body().length; at++) {
            byte[] body = Arrays.copyOf(vector().body(), vector().body().length);
            body[at] ^= (byte) (1 << at % Byte.SIZE);
            assertForged(vector().withBody(body));
        }
        assertForged(vector().withBody(new byte[0]));
    }

    @Test
    void theOldSecretStillCountsWhileItIsBeingChanged() {
        assertThat(authenticate(vector(), NOW, "new", SECRET)).isEqualTo(new Authenticity.Genuine());
        assertThat(authenticate(vector(), NOW, SECRET, "old")).isEqualTo(new Authenticity.Genuine());
    }

    @Test
    void anotherConnectorsSecretIsForged() {
        assertThat(authenticate(vector(), NOW, "foo_secret1235")).isInstanceOf(Authenticity.Forged.class);
    }

    @Test
    void aServicePlanWithoutAWebhookSecretProvesItselfInAnotherWay() {
        assertThat(door.authentications()).containsExactlyInAnyOrder(Authentication.values());
    }

    private Authenticity authenticate(SimulatedRequest request, Instant receivedAt, String... secrets) {
        return door.authenticate(Requests.raw(request, receivedAt), connector(secrets));
    }

    private void assertGenuine(SimulatedRequest request) {
        assertThat(authenticate(request, NOW, SECRET)).isEqualTo(new Authenticity.Genuine());
    }

    private void assertForged(SimulatedRequest request) {
        assertThat(authenticate(request, NOW, SECRET)).isInstanceOf(Authenticity.Forged.class);
    }
}
