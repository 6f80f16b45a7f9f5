/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Signatures;
import io.uptext.testkit.http.RawHttp;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of which two readers could believe different things are refused before any door sees them (RFC 9112). */
class FramingTests extends EdgeTest {

    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    @Test
    void aGoodRequestIsTaken() throws IOException {
        deliver(Delivery.postForm("")).isTaken();
        deliver(chunked(CHUNKED)).isTaken();
        deliver(Delivery.postForm("").replace("HTTP/1.1", "HTTP/1.0")).isTaken();
    }

    static Stream<Arguments> ambiguous() {
        String smuggled = "GET /v1/inbound/query?" + Delivery.query() + " HTTP/1.1\r\nHost: a\r\n\r\n";
        return Stream.of(
                request("two Host headers", Delivery.postForm("Host: other.example.com\r\n")),
                request("the same Host header twice", Delivery.postForm("Host: sms.example.com\r\n")),
                request("CL.TE", chunked("Content-Length: 4\r\n" + CHUNKED) + smuggled),
                request("TE.CL", chunked(CHUNKED + "Content-Length: 4\r\n") + smuggled),
                request("TE.TE", chunked(CHUNKED + "Transfer-Encoding: identity\r\n")),
                request("an unknown coding", chunked("Transfer-Encoding: xchunked\r\n")),
                request("a space before the colon", chunked("Transfer-Encoding : chunked\r\n")),
                request("a tab before chunked", chunked("Transfer-Encoding: \u000bchunked\r\n")),
                request("two lengths", Delivery.postForm("Content-Length: 4\r\n")),
                request("a list of lengths", Delivery.postForm("").replaceFirst("(Content-Length: )", "$14, ")),
                request("a length with a sign", Delivery.postForm("").replace("Length: ", "Length: +")),
                request("a negative length", Delivery.postForm("").replace("Length: ", "Length: -")),
                request("a length in hexadecimal", Delivery.postForm("").replace("Length: ", "Length: 0x")),
                request(
                        "a length beyond all numbers",
                        Delivery.postForm("").replace("Length: ", "Length: 99999999999999999999")),
                request("NUL in a value", Delivery.postForm("X-A: a\0b\r\n")),
                request("NUL in a name", Delivery.postForm("X\0A: a\r\n")),
                request("CR in a value", Delivery.postForm("X-A: a\rX-B: b\r\n")),
                request("LF without CR", Delivery.postForm("").replace("\r\n", "\n")),
                request("a header without a name", Delivery.postForm(": a\r\n")),
                request("a header without a colon", Delivery.postForm("nonsense\r\n")),
                request("an invalid escape in the path", Delivery.postForm("").replace("/form", "/%zz")),
                request("an invalid escape in the query", Delivery.postForm("").replace("/form", "/form?%zz")),
                request("characters that no query has", Delivery.postForm("").replace("/form", "/form?a[]=<>\"{}|^`")),
                request("HTTP/2 as if it were 1.1", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                request("TLS as if it were HTTP", "\u0016\u0003\u0001\0\u00a5" + Delivery.CANARY + "\r\n\r\n"));
    }

    private static Arguments request(String name, String request) {
        return Arguments.of(name, request);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguous")
    void anAmbiguousRequestIsRefusedAndTheConnectionIsClosed(String name, String request) throws IOException {
        Outcome outcome = deliver(request);

        outcome.isRefusedWith(400);
        assertThat(outcome.answers()).as(name).doesNotContain("(quiet)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "-1\r\n", "1;\0\r\n", "ffffffffffffffff\r\n", "\r\n", "1\r\nab\r\n0\r\n\r\n"})
    void aBrokenChunkEndsTheConnectionAndWhatCameBeforeItIsNoMessage(String chunk) throws IOException {
        String broken = chunked(CHUNKED).replace("\r\n0\r\n\r\n", "\r\n" + chunk);

        Outcome outcome = deliver(broken);

        outcome.isNothing();
        assertThat(outcome.answers()).doesNotContain("(quiet)");
    }

    @Test
    void aClientThatGoesAwayInTheMiddleIsNobodysFault() throws IOException {
        int before = doors().sink().all().size();
        try (RawHttp http = new RawHttp(doors().port())) {
            http.send(Delivery.postForm("")
                            .replace("Content-Length: ", "Content-Length: 1")
                            .getBytes(ISO_8859_1))
                    .endOfRequests()
                    .readAll();
        }

        assertThat(doors().sink().all()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Expect: 100-continue\r\n"})
    void aConnectionThatIsResetInTheMiddleOfABodyIsNobodysFault(String header) throws IOException {
        String request = Delivery.postForm(header);
        byte[] half = request.substring(0, request.length() - 9).getBytes(ISO_8859_1);
        int before = doors().sink().all().size();
        for (int i = 0; i < 100; i++) {
            new RawHttp(doors().port()).send(half).reset();
            deliver(Delivery.postForm("")).isTaken();
        }

        assertThat(doors().sink().all()).hasSize(before + 100);
    }

    @Test
    void aBodyThatIsLongerThanItsLengthIsNoMoreThanThat() throws IOException {
        String form = Delivery.form();
        String request = Delivery.postForm("", form + "1")
                .replace(form + "1", form + "1" + Delivery.CANARY + " b c\r\n\r\n")
                .replace("Connection: close\r\n", "");

        Outcome outcome = deliver(request);

        // The rest is another request, and no good one. It is neither taken for a text nor told to the log.
        assertThat(outcome.statuses()).isSubsetOf(200, 400);
        assertThat(outcome.published()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-A: a\r\n b: c\r\n", "X-A: a\r\n\tContent-Length: 4\r\n"})
    void aFoldedHeaderIsOneHeader(String folded) throws IOException {
        deliver(Delivery.postForm(folded)).isTaken();
    }

    @Test
    void aFoldedSignatureIsNoSignature() throws IOException {
        String body = "MessageSid=SM1&From=%2B" + Delivery.NUMBER + "&To=50500&Body=a";
        String signature = Signatures.hmac(
                "HmacSHA1",
                DoorsOnPort.TWILIO_TOKEN.getBytes(UTF_8),
                (DoorsOnPort.TWILIO_URL + "BodyaFrom+" + Delivery.NUMBER + "MessageSidSM1To50500").getBytes(UTF_8));
        String good = Delivery.postForm("X-Twilio-Signature: " + signature + "\r\n", body)
                .replace("/form", "/twilio");

        deliver(good.replace(signature, signature.substring(0, 9) + "\r\n " + signature.substring(9)))
                .isRefusedWith(401);
        deliver(good.replace(signature, signature + "\r\n ")).isRefusedWith(401);
        deliver(good).isTaken();
    }

    @Test
    void headersOfMoreThanEightKibibytesAreTooMany() throws IOException {
        deliver(Delivery.postForm("X-A: " + "a".repeat(9000) + "\r\n")).isRefusedWith(431);
        deliver(Delivery.postForm("Cookie: a=b\r\n".repeat(1000))).isRefusedWith(431);
        deliver(Delivery.postForm("").replace("/form", "/form?" + "a".repeat(9000)))
                .isRefusedWith(414);
    }

    /** A good form in one chunk, for whoever believes the headers. */
    private static String chunked(String headers) {
        String form = Delivery.form();
        return "POST /v1/inbound/form HTTP/1.1\r\nHost: sms.example.com\r\nConnection: close\r\n" + headers
                + "Content-Type: " + Delivery.FORM + "\r\n\r\n"
                + Integer.toHexString(form.length()) + "\r\n" + form + "\r\n0\r\n\r\n";
    }
}
