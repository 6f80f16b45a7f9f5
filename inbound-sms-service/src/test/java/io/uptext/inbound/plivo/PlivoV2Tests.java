/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.plivo;

import static io.uptext.inbound.plivo.PlivoRequests.MA_V2;
import static io.uptext.inbound.plivo.PlivoRequests.TOKEN;
import static io.uptext.inbound.plivo.PlivoRequests.V2;
import static io.uptext.inbound.plivo.PlivoRequests.V2_NONCE;
import static io.uptext.inbound.plivo.PlivoRequests.authenticate;
import static io.uptext.inbound.plivo.PlivoRequests.post;
import static io.uptext.inbound.plivo.PlivoRequests.sign;
import static io.uptext.inbound.plivo.PlivoRequests.simulated;
import static io.uptext.inbound.plivo.PlivoRequests.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connectors;
import io.uptext.simulator.SimulatedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Version 2 of Plivo's signature, which covers the URL and a nonce, and nothing of the message. */
class PlivoV2Tests {

    private static final String URL = "https://answer.url";
    private static final String GOOD = "ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXc=";

    /** The vectors of plivo-java bc43922, UtilsTest.java, and of plivo-node 00544ef, test/utils.js. */
    @ParameterizedTest
    @CsvSource({
        "https://answer.url, 12345, my_auth_token, ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXc=",
        "https://answer.url/, 12345, my_auth_token, do1CXv+k99A6+B+eTcyqbxWlezFIxJ/1vz72787r37g=",
        "https://answer.url:8000, 12345, my_auth_token, Gm7Z7AGBmf5JpSHrtUmeofrGyA4xV0ZiV0rH8JPXWGU=",
        "https://answer.url:8000, 24725744043720739450, my_auth_token, LDphWoWimP4QM5AoWI1uwP6WmlWtt5ITPZjXIWYvCNU=",
        "https://answer.url:8080, 123456, my_auth_tokens, xeV6S6BPIQJ/rgKCjCm/Fo2ve5zNe1fatQoHyRT8vxQ=",
    })
    void plivosOwnVectorsAreGenuineUnderTheirNonce(String url, String nonce, String token, String signature) {
        for (String header : new String[] {V2, MA_V2}) {
            SimulatedRequest request =
                    post(url + "?a=b", "Text=x").with(header, signature).with(V2_NONCE, nonce);

            assertThat(authenticate(request, url, token)).isEqualTo(new Authenticity.Genuine(nonce));
            assertThat(authenticate(request, url + "/other", token)).isInstanceOf(Authenticity.Forged.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "get"})
    void whatTheSimulatorSignsIsGenuineUnderItsNonce(String method) {
        SimulatedRequest request = simulated("v2", method);

        assertThat(authenticate(request, Connectors.URL, TOKEN))
                .isEqualTo(new Authenticity.Genuine(request.header(V2_NONCE).orElseThrow()));
    }

    @Test
    void eitherOfTheTwoSignaturesIsEnough() {
        assertGenuine(good().with(MA_V2, "by the token of another account"));
        assertGenuine(with(good(), V2, "by the token of a sub-account").with(MA_V2, GOOD));
        assertForged(with(good(), V2, "wrong").with(MA_V2, "wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {V2, V2_NONCE})
    void aHeaderThatIsMissingEmptyOrTwiceIsForged(String header) {
        assertForged(good().without(header));
        assertForged(with(good(), header, ""));
        assertForged(good().with(header, good().header(header).orElseThrow()));
    }

    @Test
    void aDoubledHeaderIsForgedEvenWhereTheOtherSignatureIsRight() {
        assertForged(good().with(MA_V2, GOOD).with(MA_V2, GOOD));
    }

    @ParameterizedTest
    @CsvSource({
        V2_NONCE + ", 12346",
        V2_NONCE + ", 1234",
        V2_NONCE + ", '12345 '",
        V2 + ", ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXd=",
        V2 + ", ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXc",
        V2 + ", EHV3IKHLYSWBXC1SY8INM0QGOQYDYSHWUOKJSX7FSXC=",
        V2 + ", nonsense",
    })
    void anotherValueThanTheSignedOneIsForged(String header, String value) {
        assertForged(with(good(), header, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1/2", "1 2", "\u00e5"})
    void aNonceOfAnotherFormIsForgedWhateverIsSigned(String nonce) {
        assertForged(with(with(good(), V2_NONCE, nonce), V2, sign("my_auth_token", URL + nonce)));
    }

    @Test
    void theOldTokenStillCountsWhileItIsBeingChanged() {
        assertThat(authenticate(good(), URL, "new", "my_auth_token")).isEqualTo(new Authenticity.Genuine("12345"));
        assertThat(authenticate(good(), URL, "my_auth_token", "old")).isEqualTo(new Authenticity.Genuine("12345"));
    }

    @Test
    void anotherConnectorsTokenIsForged() {
        assertThat(authenticate(good(), URL, "my_auth_tokens")).isInstanceOf(Authenticity.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://answer.url", "https://answer.url/", "https://answer.url:443", "https://answer.url.evil"})
    void anotherUrlThanTheConfiguredOneIsForged(String url) {
        assertThat(authenticate(good(), url, "my_auth_token")).isInstanceOf(Authenticity.Forged.class);
    }

    private static SimulatedRequest good() {
        return post(URL, "Text=x").with(V2, GOOD).with(V2_NONCE, "12345");
    }

    private static void assertGenuine(SimulatedRequest request) {
        assertThat(authenticate(request, URL, "my_auth_token")).isEqualTo(new Authenticity.Genuine("12345"));
    }

    private static void assertForged(SimulatedRequest request) {
        assertThat(authenticate(request, URL, "my_auth_token")).isInstanceOf(Authenticity.Forged.class);
    }
}
