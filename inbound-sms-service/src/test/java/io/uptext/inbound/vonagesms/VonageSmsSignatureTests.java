/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.vonagesms;

import static io.uptext.inbound.vonagesms.VonageSmsRequests.FORMATS;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.NOW;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.SECRET;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.authenticate;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.connectors;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.form;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.json;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.request;
import static io.uptext.inbound.vonagesms.VonageSmsRequests.simulated;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Authenticity;
import io.uptext.simulator.SimulatedRequest;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature of Vonage's SMS API over all parameters, one of which is the time. */
class VonageSmsSignatureTests {

    private static final String SHA256 = "8d1b0428276b6a070578225914c3502cc0687a454dfbbbb370c76a14234cb546";
    private static final Map<String, String> GOOD =
            Map.of("a", "alphabet", "b", "bananas", "timestamp", "2100", "sig", SHA256);

    /** The vectors of vonage-java-sdk 609f524, RequestSigningTest.java; that for SHA-512, which it lacks, by OpenSSL. */
    @ParameterizedTest
    @CsvSource({
        "md5hash, 7d43241108912b32cc315b48ce681acf",
        "md5, e0afe267aefd6dd18a848c1681517a19",
        "sha1, b7f749de27b4adcf736cc95c9a7e059a16c85127",
        "sha256, 8d1b0428276b6a070578225914c3502cc0687a454dfbbbb370c76a14234cb546",
        "sha512, 1c834a1f6a377d4473971387b065cb38e2ad6c4869ba77b7b53e207a344e87ba"
                + "04b456dfc697b371a2d1ce476d01dafd4394aa97525eff23badad39d2389a710",
    })
    void vonagesOwnVectorsAreGenuineInEveryFormat(String method, String signature) {
        for (String format : FORMATS) {
            assertThat(authenticate(
                            request(format, with("sig", signature)),
                            connectors(SECRET).option("signature-method", method)))
                    .as(format)
                    .isEqualTo(new Authenticity.Genuine());
            assertThat(authenticate(
                            request(format, with("sig", signature.toUpperCase(Locale.ROOT))),
                            connectors(SECRET).option("signature-method", method)))
                    .as(format)
                    .isEqualTo(new Authenticity.Genuine());
        }
    }

    /** Of the same file: a value that is null or blank is not signed. */
    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"  \"", "null", "\"\\n\""})
    void vonagesVectorForBlankValuesIsGenuine(String blank) {
        String signature = "a3368bf718ba104dcb392d8877e8eb2b";

        assertThat(authenticate(
                        json("{\"a\":\"alphabet\",\"b\":" + blank + ",\"timestamp\":\"2100\",\"sig\":\"" + signature
                                + "\"}"),
                        connectors(SECRET).option("signature-method", "md5hash")))
                .isEqualTo(new Authenticity.Genuine());
        assertThat(authenticate(
                        form("a=alphabet&b=++&c&d=&timestamp=2100&sig=" + signature),
                        connectors(SECRET).option("signature-method", "md5hash")))
                .isEqualTo(new Authenticity.Genuine());
    }

    @Test
    void separatorsInsideNamesAndValuesAreSignedAsUnderscores() {
        // By OpenSSL, over "&a_b=c_d_e&t=\u00e5&timestamp=2100".
        String signature = "b966b020ef95743c2dbdef5055eb9ed3ab7d7dca896ee360a3e4eb2acbdfd6d9";
        Map<String, String> parameters = Map.of("a&b", "c=d&e", "t", "\u00e5", "timestamp", "2100", "sig", signature);

        for (String format : FORMATS) {
            assertThat(authenticate(request(format, parameters), connectors(SECRET)))
                    .isEqualTo(new Authenticity.Genuine());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5hash", "md5", "sha1", "sha256", "sha512"})
    void whatTheSimulatorSignsIsGenuineByItsOwnMethodOnly(String method) {
        for (String format : FORMATS) {
            SimulatedRequest request = simulated(method, format);
            for (String accepted : new String[] {"md5hash", "md5", "sha1", "sha256", "sha512"}) {
                assertThat(authenticate(request, connectors(SECRET).option("signature-method", accepted))
                                .equals(new Authenticity.Genuine()))
                        .isEqualTo(accepted.equals(method));
            }
        }
    }

    @Test
    void unlessItIsSaidTheMethodIsSha256() {
        assertGenuine(request("json", GOOD));
        assertForged(request("json", with("sig", "7d43241108912b32cc315b48ce681acf")));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void anAttemptWithinFiveMinutesCounts(long seconds) {
        assertThat(authenticate(request("form", GOOD), NOW.plusSeconds(seconds), connectors(SECRET)))
                .isEqualTo(new Authenticity.Genuine());
    }

    @ParameterizedTest
    @ValueSource(longs = {-300_001, 300_001, 86_400_000})
    void anAttemptFurtherAwayIsForged(long milliseconds) {
        assertThat(authenticate(request("form", GOOD), NOW.plusMillis(milliseconds), connectors(SECRET)))
                .isInstanceOf(Authenticity.Forged.class);
    }

    @ParameterizedTest
    @CsvSource({
        "a, alphabeu",
        "A, alphabet",
        "b, ''",
        "c, more",
        "timestamp, 2101",
        "timestamp, 2100.0",
        "timestamp, +2100",
        "timestamp, ''",
        "timestamp, 1970-01-01 00:35:00",
        "sig, ''",
        "sig, 8d1b0428276b6a070578225914c3502cc0687a454dfbbbb370c76a14234cb547",
        "sig, 8d1b0428276b6a070578225914c3502cc0687a454dfbbbb370c76a14234cb54",
        "sig, nonsense",
    })
    void anythingThatIsChangedIsForgedInEveryFormat(String name, String value) {
        for (String format : FORMATS) {
            assertForged(request(format, with(name, value)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "timestamp", "sig"})
    void aParameterThatIsMissingOrThereWithTwoValuesIsForged(String name) {
        for (String format : FORMATS) {
            Map<String, String> less = new TreeMap<>(GOOD);
            less.remove(name);
            assertForged(request(format, less));
        }
        assertForged(request("query", GOOD).withParameter(name, "other"));
        assertForged(form("a=alphabet&b=bananas&timestamp=2100&sig=" + SHA256 + "&" + name + "=other"));
        assertForged(json("{\"a\":\"alphabet\",\"b\":\"bananas\",\"timestamp\":\"2100\",\"sig\":\"" + SHA256 + "\",\""
                + name + "\":\"" + GOOD.get(name) + "\"}"));
    }

    @Test
    void whatCannotBeReadIsForged() {
        assertForged(form("a=%zz&sig=" + SHA256 + "&timestamp=2100"));
        assertForged(form("a=%FF&sig=" + SHA256 + "&timestamp=2100"));
        assertForged(form("%FF=a&sig=" + SHA256 + "&timestamp=2100"));
        assertForged(json("{\"a\":\"\\ud800\",\"sig\":\"" + SHA256 + "\",\"timestamp\":\"2100\"}"));
        assertForged(json("[\"a\"]"));
        assertForged(json("\"a\""));
        assertForged(json("nonsense"));
        assertForged(json("{\"a\":\"alphabet\",\"b\":\"bananas\",\"timestamp\":2100,\"sig\":\"" + SHA256 + "\"}"));
        assertForged(form(""));
    }

    @Test
    void theQueryOfAPostCountsForNothing() {
        assertForged(form("a=alphabet&b=bananas&timestamp=2100").withParameter("sig", SHA256));
        assertGenuine(request("form", GOOD).withParameter("a", "other"));
    }

    @Test
    void theOldSecretStillCountsWhileItIsBeingChangedAndAnotherConnectorsDoesNot() {
        SimulatedRequest good = request("form", GOOD);

        assertThat(authenticate(good, connectors("new", SECRET))).isEqualTo(new Authenticity.Genuine());
        assertThat(authenticate(good, connectors(SECRET, "old"))).isEqualTo(new Authenticity.Genuine());
        assertThat(authenticate(good, connectors("another"))).isInstanceOf(Authenticity.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256", "sha384", "hmac-sha256", "none", ""})
    void anUnknownMethodIsAFlaw(String method) {
        VonageSmsDoor door = new VonageSmsDoor();

        assertThat(door.flawOf(
                        connectors(SECRET).option("signature-method", method).build()))
                .hasValue("options.signature-method is one of md5hash, md5, sha1, sha256, sha512");
        assertThat(door.flawOf(connectors(SECRET).build())).isEmpty();
    }

    @Test
    void anAccountThatDoesNotSignProvesItselfInAnotherWay() {
        assertThat(new VonageSmsDoor().authentications()).containsExactlyInAnyOrder(Authentication.values());
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(GOOD);
        changed.put(name, value);
        return changed;
    }

    private static void assertGenuine(SimulatedRequest request) {
        assertThat(authenticate(request, connectors(SECRET))).isEqualTo(new Authenticity.Genuine());
    }

    private static void assertForged(SimulatedRequest request) {
        assertThat(authenticate(request, connectors(SECRET))).isInstanceOf(Authenticity.Forged.class);
    }
}
