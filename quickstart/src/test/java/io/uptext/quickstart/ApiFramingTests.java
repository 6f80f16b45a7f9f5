/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.http.RawHttp;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of which two readers could believe different things make no challenge (RFC 9112). */
class ApiFramingTests extends ApiEdgeTest {

    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    @Test
    void a_good_request_is_taken() throws IOException {
        exchange(chunked(CHUNKED)).isTaken();
        exchange(post("", BODY).replace("HTTP/1.1", "HTTP/1.0")).isTaken();
    }

    static Stream<Arguments> ambiguous() {
        String good = post("", BODY);
        String smuggled = good;
        return Stream.of(
                request("two Host headers", post("Host: other.example.com\r\n", BODY)),
                request("the same Host header twice", post("Host: sms.example.com\r\n", BODY)),
                request("CL.TE", chunked("Content-Length: 4\r\n" + CHUNKED) + smuggled),
                request("TE.CL", chunked(CHUNKED + "Content-Length: 4\r\n") + smuggled),
                request("TE.TE", chunked(CHUNKED + "Transfer-Encoding: identity\r\n")),
                request("an unknown coding", chunked("Transfer-Encoding: xchunked\r\n")),
                request("a space before the colon", chunked("Transfer-Encoding : chunked\r\n")),
                request("a tab before chunked", chunked("Transfer-Encoding: \u000bchunked\r\n")),
                request("two lengths", post("Content-Length: 4\r\n", BODY)),
                request("a list of lengths", good.replaceFirst("(Content-Length: )", "$14, ")),
                request("a length with a sign", good.replace("Length: ", "Length: +")),
                request("a negative length", good.replace("Length: ", "Length: -")),
                request("a length in hexadecimal", good.replace("Length: ", "Length: 0x")),
                request("a length beyond all numbers", good.replace("Length: ", "Length: 99999999999999999999")),
                request("NUL in a value", post("X-A: a\0b\r\n", BODY)),
                request("NUL in a name", post("X\0A: a\r\n", BODY)),
                request("CR in a value", post("X-A: a\rX-B: b\r\n", BODY)),
                request("LF without CR", good.replace("\r\n", "\n")),
                request("a header without a name", post(": a\r\n", BODY)),
                request("a header without a colon", post("nonsense\r\n", BODY)),
                request("an invalid escape in the path", good.replace("/challenges ", "/challenges/%zz ")),
                request("an invalid escape in the query", good.replace("/challenges ", "/challenges?%zz ")),
                request("characters that no query has", good.replace("/challenges ", "/challenges?a[]=<>\"{}|^` ")),
                request("HTTP/2 as if it were 1.1", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                request("TLS as if it were HTTP", "\u0016\u0003\u0001\0\u00a5" + CANARY + "\r\n\r\n"));
    }

    private static Arguments request(String name, String request) {
        return Arguments.of(name, request);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguous")
    void an_ambiguous_request_is_refused_and_the_connection_is_closed(String name, String request) throws IOException {
        ApiOutcome outcome = exchange(request);

        outcome.isRefusedWith(400);
        assertThat(outcome.answers()).as(name).doesNotContain("(quiet)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "-1\r\n", "1;\0\r\n", "ffffffffffffffff\r\n", "\r\n", "1\r\nab\r\n0\r\n\r\n"})
    void a_broken_chunk_ends_the_connection_and_what_came_before_it_is_no_challenge(String chunk) throws IOException {
        ApiOutcome outcome = exchange(chunked(CHUNKED).replace("\r\n0\r\n\r\n", "\r\n" + chunk));

        outcome.isNothing();
        assertThat(outcome.answers()).doesNotContain("(quiet)");
    }

    @Test
    void a_length_that_is_too_long_is_waited_for_and_makes_no_challenge() throws IOException {
        long before = published();
        try (RawHttp http = new RawHttp(port())) {
            http.send(post("", BODY).replace("Length: ", "Length: 1").getBytes(ISO_8859_1))
                    .endOfRequests()
                    .readAll();
        }

        assertThat(published()).isEqualTo(before);
    }

    @Test
    void what_is_behind_the_length_is_no_part_of_the_challenge() throws IOException {
        String request = post("", BODY + "1")
                .replace(BODY + "1", BODY + "1" + CANARY + " b c\r\n\r\n")
                .replace("Connection: close\r\n", "");

        ApiOutcome outcome = exchange(request.replace("Length: " + (BODY.length() + 1), "Length: " + BODY.length()));

        // The rest is another request, and no good one. It is neither taken for a challenge nor told to the log.
        assertThat(outcome.statuses()).isSubsetOf(201, 400);
        assertThat(outcome.published()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Expect: 100-continue\r\n"})
    void a_connection_that_is_reset_in_the_middle_of_a_body_is_nobodys_fault(String header) throws IOException {
        String request = post(header, BODY);
        byte[] half = request.substring(0, request.length() - 9).getBytes(ISO_8859_1);
        long before = published();
        for (int i = 0; i < 100; i++) {
            new RawHttp(port()).send(half).reset();
        }
        exchange(post("", BODY)).isTaken();

        assertThat(published()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-A: a\r\n b: c\r\n", "X-A: a\r\n\tContent-Length: 4\r\n"})
    void a_folded_header_is_one_header(String folded) throws IOException {
        exchange(post(folded, BODY)).isTaken();
    }

    @Test
    void a_folded_key_is_no_key() throws IOException {
        String key = Running.STACK.secrets().acmeKey();

        exchange(post("", BODY).replace(key, key.substring(0, 20) + "\r\n " + key.substring(20)))
                .isRefusedWith(401, "unauthenticated");
        exchange(post(authorization(), BODY)).isRefusedWith(401, "unauthenticated");
    }

    @Test
    void headers_of_more_than_8_KiB_are_too_many() throws IOException {
        exchange(post("X-A: " + "a".repeat(9000) + "\r\n", BODY)).isRefusedWith(431);
        exchange(post("Cookie: a=b\r\n".repeat(1000), BODY)).isRefusedWith(431);
        exchange(post("", BODY).replace("/challenges ", "/challenges?" + "a".repeat(9000) + " "))
                .isRefusedWith(414);
    }
}
