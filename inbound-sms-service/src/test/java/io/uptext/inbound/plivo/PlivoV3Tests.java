/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.plivo;

import static io.uptext.inbound.plivo.PlivoRequests.MA_V2;
import static io.uptext.inbound.plivo.PlivoRequests.MA_V3;
import static io.uptext.inbound.plivo.PlivoRequests.TOKEN;
import static io.uptext.inbound.plivo.PlivoRequests.V2;
import static io.uptext.inbound.plivo.PlivoRequests.V2_NONCE;
import static io.uptext.inbound.plivo.PlivoRequests.V3;
import static io.uptext.inbound.plivo.PlivoRequests.V3_NONCE;
import static io.uptext.inbound.plivo.PlivoRequests.authenticate;
import static io.uptext.inbound.plivo.PlivoRequests.get;
import static io.uptext.inbound.plivo.PlivoRequests.post;
import static io.uptext.inbound.plivo.PlivoRequests.sign;
import static io.uptext.inbound.plivo.PlivoRequests.simulated;
import static io.uptext.inbound.plivo.PlivoRequests.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connectors;
import io.uptext.simulator.SimulatedRequest;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Version 3 of Plivo's signature, which covers the URL, all parameters and a nonce. */
class PlivoV3Tests {

    private static final String URL = "https://a.example/in";

    /** The vectors of plivo-go bb6d824, utils_test.go. */
    @ParameterizedTest
    @CsvSource({
        "POST, https://plivobin.non-prod.plivops.com/api/v1/validate_signature03.xml/, a=b&c=d,"
                + " k7Pusd4OxCIjR5IfA9iedDNu/h/gbdYqdzG/MiYtd1c=",
        "GET, https://plivobin.non-prod.plivops.com/api/v1/validate_signature03.xml/, a=b&c=d,"
                + " UBq8jAtd32wR8EK9VgxbBn4n5rpI/l1H9iN4WfSEHFQ=",
        "POST, https://plivobin.non-prod.plivops.com/api/v1/validate_signature03.xml, ,"
                + " iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0=",
        "GET, https://plivobin.non-prod.plivops.com/api/v1/validate_signature03.xml, ,"
                + " i/MQsaQSAd6fiKhOh2qeeeLHZ9faldADSb3/7+Akfbc=",
    })
    void plivosOwnVectorsAreGenuine(String method, String url, @Nullable String query, String signature) {
        String token = "Y2Q2ZDgxZmY5YWRiOTI5YmQ1Njg0MTAxZWIyOTc4";
        String parameters = Map.ofEntries(
                        Map.entry("Direction", "outbound"),
                        Map.entry("From", "19792014278"),
                        Map.entry("ALegUUID", "3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"),
                        Map.entry("CallStatus", "in-progress"),
                        Map.entry("BillRate", "0.002"),
                        Map.entry("ParentAuthID", "MANWVLYTK4ZWU1YTY4QA"),
                        Map.entry("To", "sip:PlivoSignature382029104058171078704104@phone-qa.voice.plivodev.com"),
                        Map.entry("ALegRequestUUID", "3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"),
                        Map.entry("CallUUID", "3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"),
                        Map.entry("RequestUUID", "3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"),
                        Map.entry(
                                "SIP-H-To",
                                "<sip:PlivoSignature382029104058171078704104@52.9.11.55;transport=udp>;tag=1"),
                        Map.entry("SessionStart", "2020-04-08 11:34:33.238707"),
                        Map.entry("Event", "StartApp"))
                .entrySet()
                .stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        String called = query == null ? url : url + "?" + query;
        SimulatedRequest request = (method.equals("GET")
                        ? get(called + (query == null ? "?" : "&") + parameters)
                        : post(called, parameters))
                .with(V3_NONCE, "31627761595286130198");

        assertThat(authenticate(request.with(V3, signature), url, token)).isEqualTo(new Authenticity.Genuine());
        assertThat(authenticate(request.with(MA_V3, signature), url, token)).isEqualTo(new Authenticity.Genuine());
        assertThat(authenticate(request.with(V3, signature).withParameter("e", "f"), url, token))
                .isInstanceOf(Authenticity.Forged.class);
    }

    /** What is signed is written out here as Plivo's libraries would put it together. */
    @ParameterizedTest
    @CsvSource({
        // Decoded, sorted by name and then by value, spaces untrimmed, plus signs as spaces.
        "POST, , b=2&a=%20x+&c=%C3%A5&b=1, https://a.example/in?a x b1b2c\u00e5.n1",
        "POST, z=1&y=%26, b=2, https://a.example/in?y=&&z=1.b2.n1",
        "POST, z, b=2, https://a.example/in?z=.b2.n1",
        "POST, z=1, , https://a.example/in?z=1.n1",
        "POST, , , https://a.example/in.n1",
        "GET, z=1&b=%3D&a=+&b=%C3%A5, , https://a.example/in?a= &b==&b=\u00e5&z=1.n1",
        "GET, , , https://a.example/in.n1",
    })
    void parametersAreSignedDecodedAndSorted(
            String method, @Nullable String query, @Nullable String form, String signed) {
        String called = query == null ? URL : URL + "?" + query;
        SimulatedRequest request = (method.equals("GET") ? get(called) : post(called, form == null ? "" : form))
                .with(V3, sign(TOKEN, signed))
                .with(V3_NONCE, "n1");

        assertThat(authenticate(request, URL, TOKEN)).isEqualTo(new Authenticity.Genuine());
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "get"})
    void whatTheSimulatorSignsIsGenuine(String method) {
        assertThat(authenticate(simulated("v3", method), Connectors.URL, TOKEN)).isEqualTo(new Authenticity.Genuine());
    }

    @Test
    void oneRightSignatureAmongSeveralIsEnough() {
        String right = sign(TOKEN, URL + "?Textx.n1");
        String old = sign("old token", URL + "?Textx.n1");

        for (String header : new String[] {V3, MA_V3}) {
            assertGenuine(unsigned().with(header, old + "," + right));
            assertGenuine(unsigned().with(header, right + ", " + old));
            assertForged(unsigned().with(header, old + "," + old));
            assertForged(unsigned().with(header, ","));
            assertForged(unsigned().with(header, right + " " + old));
        }
        assertGenuine(unsigned().with(V3, old).with(MA_V3, right));
        assertForged(unsigned().with(V3, old).with(MA_V3, old));
    }

    @Test
    void whereAnyHeaderOfV3IsThereV2DoesNotCount() {
        SimulatedRequest v2 =
                post(URL, "Text=x").with(V2, sign(TOKEN, URL + "12")).with(V2_NONCE, "12");
        assertThat(authenticate(v2, URL, TOKEN)).isEqualTo(new Authenticity.Genuine("12"));

        assertForged(v2.with(V3, "wrong").with(V3_NONCE, "n1"));
        assertForged(v2.with(MA_V3, "wrong").with(V3_NONCE, "n1"));
        assertForged(v2.with(V3, "wrong"));
        assertForged(v2.with(MA_V3, ""));
        assertForged(v2.with(V3_NONCE, "n1"));
    }

    @Test
    void v2CanBeSwitchedOff() {
        Connectors strict =
                Connectors.of(new PlivoDoor()).secrets(TOKEN).publicUrl(URL).option("signature-version", "v3");
        SimulatedRequest v2 =
                post(URL, "Text=x").with(V2, sign(TOKEN, URL + "12")).with(V2_NONCE, "12");

        assertThat(authenticate(good(), strict.build())).isEqualTo(new Authenticity.Genuine());
        assertThat(authenticate(good().with(V2, "whatever").with(V2_NONCE, "12"), strict.build()))
                .as("no nonce to remember: it is good for nothing")
                .isEqualTo(new Authenticity.Genuine());
        assertThat(authenticate(v2, strict.build())).isInstanceOf(Authenticity.Forged.class);
        assertThat(authenticate(v2, strict.option("signature-version", "any").build()))
                .isEqualTo(new Authenticity.Genuine("12"));
    }

    @Test
    void theNonceOfV2IsSpentSoThatNobodyCanStripV3LaterAndChangeTheText() {
        SimulatedRequest both = good().with(V2, "whatever").with(V2_NONCE, "12");

        assertThat(authenticate(both, URL, TOKEN)).isEqualTo(new Authenticity.Genuine("12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {V2, MA_V2, V2_NONCE, V3, MA_V3, V3_NONCE})
    void aHeaderThatStandsTwiceIsForged(String header) {
        SimulatedRequest complete = good().with(MA_V3, sign(TOKEN, URL + "?Textx.n1"))
                .with(V2, sign(TOKEN, URL + "12"))
                .with(MA_V2, sign(TOKEN, URL + "12"))
                .with(V2_NONCE, "12");

        assertThat(authenticate(complete, URL, TOKEN)).isEqualTo(new Authenticity.Genuine("12"));
        assertForged(complete.with(header, complete.header(header).orElseThrow()));
    }

    @Test
    void aHeaderThatIsMissingOrEmptyIsForged() {
        assertForged(good().without(V3));
        assertForged(good().without(V3_NONCE));
        assertForged(with(good(), V3, ""));
        assertForged(with(good(), V3_NONCE, ""));
        assertForged(post(URL, "Text=x"));
    }

    @Test
    void anythingThatIsChangedIsForged() {
        assertForged(good().withBody("Text=y".getBytes(UTF_8)));
        assertForged(good().withBody("text=x".getBytes(UTF_8)));
        assertForged(good().withBody("Text=x&Text=y".getBytes(UTF_8)));
        assertForged(good().withBody("Text=x&From=46701234567".getBytes(UTF_8)));
        assertForged(good().withBody("Text=%zz".getBytes(UTF_8)));
        assertForged(good().withBody(new byte[0]));
        assertForged(good().withParameter("Text", "y"));
        assertForged(good().withParameter("a", ""));
        assertForged(with(good(), V3_NONCE, "n2"));
        assertThat(authenticate(good(), URL + "/", TOKEN)).isInstanceOf(Authenticity.Forged.class);
        assertThat(authenticate(good(), "http://a.example/in", TOKEN)).isInstanceOf(Authenticity.Forged.class);
    }

    @Test
    void aDotCannotMoveBytesFromAValueIntoTheNonce() {
        SimulatedRequest request = post(URL, "Text=x.y").with(V3, sign(TOKEN, URL + "?Textx.y.n1"));

        assertGenuine(request.with(V3_NONCE, "n1"));
        assertForged(request.withBody("Text=x".getBytes(UTF_8)).with(V3_NONCE, "y.n1"));
    }

    @Test
    void theOldTokenStillCountsWhileItIsBeingChangedAndAnotherConnectorsDoesNot() {
        assertThat(authenticate(good(), URL, "new", TOKEN)).isEqualTo(new Authenticity.Genuine());
        assertThat(authenticate(good(), URL, TOKEN, "old")).isEqualTo(new Authenticity.Genuine());
        assertThat(authenticate(good(), URL, "another")).isInstanceOf(Authenticity.Forged.class);
    }

    private static SimulatedRequest unsigned() {
        return post(URL, "Text=x").with(V3_NONCE, "n1");
    }

    private static SimulatedRequest good() {
        return unsigned().with(V3, sign(TOKEN, URL + "?Textx.n1"));
    }

    private static void assertGenuine(SimulatedRequest request) {
        assertThat(authenticate(request, URL, TOKEN)).isEqualTo(new Authenticity.Genuine());
    }

    private static void assertForged(SimulatedRequest request) {
        assertThat(authenticate(request, URL, TOKEN)).isInstanceOf(Authenticity.Forged.class);
    }
}
