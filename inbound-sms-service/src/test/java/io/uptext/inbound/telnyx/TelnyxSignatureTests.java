/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.telnyx;

import static io.uptext.inbound.telnyx.TelnyxRequests.NOW;
import static io.uptext.inbound.telnyx.TelnyxRequests.OTHER_PUBLIC_KEY;
import static io.uptext.inbound.telnyx.TelnyxRequests.PUBLIC_KEY;
import static io.uptext.inbound.telnyx.TelnyxRequests.SIGNATURE;
import static io.uptext.inbound.telnyx.TelnyxRequests.TIMESTAMP;
import static io.uptext.inbound.telnyx.TelnyxRequests.connector;
import static io.uptext.inbound.telnyx.TelnyxRequests.simulated;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Requests;
import io.uptext.simulator.SimulatedRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telnyx's signature over the time and the body. */
class TelnyxSignatureTests {

    /** By OpenSSL, with the key pair of telnyx-java's own tests, over the body of those tests. */
    private static final String VECTOR =
            "7o3u2izfEtn5PFPE0nDvo9y8RErRmfHM5wIO04wRV6VTNaq6RiLj1ehc7uMJuIMihJobi2u3HYyB1Ie61c2XCQ==";

    private final TelnyxDoor door = new TelnyxDoor();

    @Test
    void whatOpensslSignedIsGenuine() {
        SimulatedRequest request = vector(VECTOR);

        assertGenuine(request);
        assertForged(request.withBody("{\"event_type\":\"test\",\"id\":\"abc124\"}".getBytes(UTF_8)));
    }

    @Test
    void whatTheSimulatorSignsIsGenuine() {
        assertGenuine(simulated());
    }

    @ParameterizedTest
    @ValueSource(strings = {SIGNATURE, TIMESTAMP})
    void aHeaderThatIsMissingOrStandsTwiceIsForged(String name) {
        SimulatedRequest request = simulated();

        assertForged(request.without(name));
        assertForged(request.with(name, request.header(name).orElseThrow()));
        assertForged(request.with(name, ""));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void anAttemptWithinFiveMinutesCounts(long seconds) {
        assertThat(authenticate(simulated(), NOW.plusSeconds(seconds), PUBLIC_KEY))
                .isEqualTo(new Authenticity.Genuine());
    }

    @ParameterizedTest
    @ValueSource(longs = {-300_001, 300_001, 86_400_000})
    void anAttemptFurtherAwayIsForged(long milliseconds) {
        assertThat(authenticate(simulated(), NOW.plusMillis(milliseconds), PUBLIC_KEY))
                .isInstanceOf(Authenticity.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1700000001",
                "1700000000.0",
                " 1700000000",
                "+1700000000",
                "-1",
                "0x1",
                "1e9",
                "17000000000000000000"
            })
    void anotherTimeThanTheSignedOneIsForged(String time) {
        assertForged(simulated().without(TIMESTAMP).with(TIMESTAMP, time));
    }

    @ParameterizedTest
    @CsvSource({
        // Another spelling of the same bytes: the four bits that base64 leaves over are not zero.
        "7o3u2izfEtn5PFPE0nDvo9y8RErRmfHM5wIO04wRV6VTNaq6RiLj1ehc7uMJuIMihJobi2u3HYyB1Ie61c2XCR==",
        "7o3u2izfEtn5PFPE0nDvo9y8RErRmfHM5wIO04wRV6VTNaq6RiLj1ehc7uMJuIMihJobi2u3HYyB1Ie61c2XCQ",
        "7o3u2izfEtn5PFPE0nDvo9y8RErRmfHM5wIO04wRV6VTNaq6RiLj1ehc7uMJuIMihJobi2u3HYyB1Ie61c2X",
        "7o3u2izfEtn5PFPE0nDvo9y8RErRmfHM5wIO04wRV6VTNaq6RiLj1ehc7uMJuIMihJobi2u3HYyB1Ie61c2XCQkJCQ==",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
        "//////////////////////////////////////////////////////////////////////////////////////////",
        "nonsense",
        "''",
    })
    void aSignatureOfAnotherFormIsForged(String signature) {
        assertForged(vector(signature));
    }

    @Test
    void everyBitOfTheBodyIsSigned() {
        SimulatedRequest request = simulated();
        for (int at = 0; at < request.body().length; at++) {
            byte[] body = Arrays.copyOf(request.body(), request.body().length);
            body[at] ^= (byte) (1 << at % Byte.SIZE);
            assertForged(request.withBody(body));
        }
        assertForged(request.withBody(new byte[0]));
    }

    @Test
    void theOldKeyStillCountsWhileItIsBeingChanged() {
        assertThat(authenticate(simulated(), NOW, OTHER_PUBLIC_KEY, PUBLIC_KEY)).isEqualTo(new Authenticity.Genuine());
        assertThat(authenticate(simulated(), NOW, PUBLIC_KEY, OTHER_PUBLIC_KEY)).isEqualTo(new Authenticity.Genuine());
    }

    @Test
    void anotherConnectorsKeyIsForged() {
        assertThat(authenticate(simulated(), NOW, OTHER_PUBLIC_KEY)).isInstanceOf(Authenticity.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hush-hush",
                "MCowBQYDK2VwAyEAjrMBoswHlhhVx2W2Www72WU/xn4UMpjreslD0m2u0qs=",
                "jrMBoswHlhhVx2W2Www72WU/xn4UMpjreslD0m2u0g==",
                "jrMBoswHlhhVx2W2Www72WU_xn4UMpjreslD0m2u0qs=",
                "AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            })
    void aSecretThatIsNoPublicKeyIsAFlawThatQuotesNothing(String secret) {
        assertThat(door.flawOf(connector(PUBLIC_KEY, secret)))
                .hasValueSatisfying(flaw -> assertThat(flaw)
                        .startsWith("secrets are the account's public keys")
                        .doesNotContain(secret));
        assertThat(door.flawOf(connector(PUBLIC_KEY, OTHER_PUBLIC_KEY))).isEmpty();
    }

    private static SimulatedRequest vector(String signature) {
        String body = "{\"event_type\":\"test\",\"id\":\"abc123\"}";
        return SimulatedRequest.post(URI.create("https://sms.example.com/"), "application/json", body)
                .with(SIGNATURE, signature)
                .with(TIMESTAMP, "1700000000");
    }

    private Authenticity authenticate(SimulatedRequest request, Instant receivedAt, String... publicKeys) {
        return door.authenticate(Requests.raw(request, receivedAt), connector(publicKeys));
    }

    private void assertGenuine(SimulatedRequest request) {
        assertThat(authenticate(request, NOW, PUBLIC_KEY)).isEqualTo(new Authenticity.Genuine());
    }

    private void assertForged(SimulatedRequest request) {
        assertThat(authenticate(request, NOW, PUBLIC_KEY)).isInstanceOf(Authenticity.Forged.class);
    }
}
