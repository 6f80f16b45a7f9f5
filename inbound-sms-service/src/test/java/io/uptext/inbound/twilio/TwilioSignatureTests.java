/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.twilio;

import static io.uptext.inbound.twilio.TwilioRequests.connector;
import static io.uptext.inbound.twilio.TwilioRequests.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Signatures;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twilio's signature, held against the vectors of twilio-java 179bd9c, RequestValidatorTest.java. */
class TwilioSignatureTests {

    private static final String FORM =
            "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&Caller=%2B14158675309" + "&From=%2B14158675309";
    private static final String EMPTY_VALUES = "Digits=&CallSid=CA1234567890ABCDE&EmptyParam=";
    private static final String URL = "https://mycompany.com/myapp.php";
    private static final String QUERY = "foo=1&bar=2";
    private static final String GOOD = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private final TwilioDoor door = new TwilioDoor();

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php, foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:443/myapp.php, foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com/myapp.php, foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "https://mycompany.com:443/myapp.php, foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com/myapp.php, foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
        "http://mycompany.com:1234/myapp.php, foo=1&bar=2, Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
        "https://mycompany.com/myapp.php, , 1xaxFBvyzXYvWplzNOSs28HWO94=",
        "https://mycompany.com/myapp.php, foo=hello%20world&bar=test%2Bvalue, er2tvAP1Wx+iuTTE2BPgvEaN1cs=",
        "https://mycompany.com:443//myapp.php, foo=1&bar=2, A9lH3u16NjyiiM/+wylw5rirFUs=",
    })
    void twiliosOwnVectorsAreGenuine(String url, @Nullable String query, String signature) {
        assertThat(door.authenticate(request(query, FORM, signature), connector(url, "12345")))
                .isEqualTo(new Authenticity.Genuine());
    }

    @Test
    void twiliosVectorsForNoParametersAndForEmptyValuesAreGenuine() {
        assertGenuine(request(QUERY, "", "zYQTYrRWXE7LtzbG4PfP7/bkkGo="));
        assertGenuine(request(QUERY, EMPTY_VALUES, "9HHp/OqQMEwdrVebHDdA/+tqjX8="));
    }

    @Test
    void aRepeatedParameterCountsWithTheSortedSetOfItsValues() {
        String signed = URL + "A" + "1" + "A" + "2" + "B" + "x";
        String signature = Signatures.hmac("HmacSHA1", "12345".getBytes(UTF_8), signed.getBytes(UTF_8));

        assertGenuine(request(null, "B=x&A=2&A=1&A=2", signature));
        assertForged(request(null, "B=x&A=2", signature));
    }

    @Test
    void whiteSpaceInValuesIsSigned() {
        String signed = URL + "Body" + " ABC  " + "From" + "\u00e5 ";
        String signature = Signatures.hmac("HmacSHA1", "12345".getBytes(UTF_8), signed.getBytes(UTF_8));

        assertGenuine(request(null, "Body=+ABC%20+&From=%C3%A5%20", signature));
        assertForged(request(null, "Body=ABC&From=%C3%A5", signature));
    }

    @Test
    void theOldSecretStillCountsWhileItIsBeingChanged() {
        RawRequest request = request(QUERY, FORM, GOOD);

        assertThat(door.authenticate(request, connector(URL, "new", "12345"))).isEqualTo(new Authenticity.Genuine());
        assertThat(door.authenticate(request, connector(URL, "12345", "old"))).isEqualTo(new Authenticity.Genuine());
        assertThat(door.authenticate(request, connector(URL, "new"))).isInstanceOf(Authenticity.Forged.class);
    }

    @Test
    void noSignatureAndTwoSignaturesAreForged() {
        assertForged(request(QUERY, FORM));
        assertForged(request(QUERY, FORM, GOOD, GOOD));
        assertForged(request(QUERY, FORM, ""));
    }

    @Test
    void aQueryThatTwilioDidNotCallIsForged() {
        assertForged(request(null, FORM, GOOD));
        assertForged(request(QUERY + "&", FORM, GOOD));
        assertForged(request("bar=2&foo=1", FORM, GOOD));
    }

    @Test
    void everyOneOf200SeededMutantsIsRefused() {
        Random random = new Random(20260924);
        for (int i = 0; i < 200; i++) {
            String body = FORM;
            String query = QUERY;
            String path = "/myapp.php";
            String signature = GOOD;
            switch (i % 4) {
                case 0 -> body = mutant(FORM, random);
                case 1 -> query = mutant(QUERY, random);
                case 2 -> path = "/" + mutant("myapp.php", random);
                default -> signature = mutant(GOOD, random);
            }
            RawRequest request = request(query, body, signature);
            assertThat(door.authenticate(request, connector("https://mycompany.com" + path, "12345")))
                    .as("mutant %s: %s %s %s %s", i, body, query, path, signature)
                    .isNotInstanceOf(Authenticity.Genuine.class);
        }
    }

    /** One character becomes another letter or digit; hexadecimal digits differ in more than their case. */
    private static String mutant(String original, Random random) {
        String alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
        while (true) {
            int at = random.nextInt(original.length());
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            if (Character.toLowerCase(original.charAt(at)) != other) {
                return original.substring(0, at) + other + original.substring(at + 1);
            }
        }
    }

    private void assertGenuine(RawRequest request) {
        assertThat(door.authenticate(request, connector(URL, "12345"))).isEqualTo(new Authenticity.Genuine());
    }

    private void assertForged(RawRequest request) {
        assertThat(door.authenticate(request, connector(URL, "12345"))).isInstanceOf(Authenticity.Forged.class);
    }
}
