/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.http.RawHttp;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile addresses and methods at the watch API, and requests that never end. */
class WatchAddressTests extends WatchEdgeTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?ticket=%0d%0aX-Evil:%201",
                "?ticket=upt_%00",
                "?ticket=%zz",
                "?ticket=%",
                "?%0d%0a=1&ticket=a",
                "?ticket=upt_" + CANARY,
                "?" + CANARY + "&ticket=\u00ff",
                "?ticket=<script>",
                "?ticket=a#b",
                "?ticket=${jndi:ldap://x}"
            })
    void no_query_gets_into_an_answer(String query) throws IOException {
        String answer = exchange(GOOD.replace("/v1/watch ", "/v1/watch" + query + " ") + "\r\n");
        assertThat(RawHttp.statuses(answer)).as(answer).hasSize(1).isSubsetOf(400, 404);
        assertThat(answer).doesNotContain(CANARY, "X-Evil", "pending", "script", "jndi");
    }

    @Test
    void a_query_that_is_too_long_is_refused() throws IOException {
        String answer =
                exchange(GOOD.replace("/v1/watch ", "/v1/watch?ticket=upt_" + "a".repeat(9_000) + " ") + "\r\n");
        assertThat(RawHttp.statuses(answer)).isSubsetOf(414, 400, 431);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/watch;a=b,404",
        "/v1/watch;jsessionid=1,404",
        "/v1/;x/watch,404",
        "/v1/watch/,404",
        "//v1/watch,404",
        "/v1//watch,404",
        "/v1/watch%2f,404",
        "/v1/watch%00,404",
        "/V1/watch,404",
        "/v1/watch/..;/watch,404",
        "/v1/x/../watch,404",
        "/v1/watch/tickets;a=b,404",
        "/v1/watch/tickets/,404",
    })
    void an_address_that_is_written_otherwise_is_not_the_address(String path, int status) throws IOException {
        String answer = exchange(GOOD.replace("/v1/watch ", path + " ") + "\r\n");
        assertStatus(answer, status);
        assertThat(answer).doesNotContain("pending");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/v1/watch",
        "PUT,/v1/watch",
        "DELETE,/v1/watch",
        "PATCH,/v1/watch",
        "TRACE,/v1/watch",
        "OPTIONS,/v1/watch",
        "GET,/v1/watch/tickets",
        "TRACE,/v1/watch/tickets",
        "DELETE,/v1/watch/tickets",
        "OPTIONS,/v1/watch/tickets"
    })
    void other_methods_are_refused_and_nothing_is_told_back(String method, String path) throws IOException {
        String answer = exchange(GOOD.replace("GET /v1/watch ", method + " " + path + " ") + "X-Canary: " + CANARY
                + "\r\nContent-Length: 0\r\n\r\n");
        assertStatus(answer, 405);
        assertThat(answer).containsIgnoringCase("\r\nAllow: ").doesNotContain(CANARY, "upw_", "pending");
    }

    @Test
    void who_sends_a_body_has_not_asked_for_a_stream() throws IOException {
        assertThat(RawHttp.statuses(exchange(GOOD + "Content-Length: 5\r\n\r\nhello")))
                .containsExactly(400);
        assertThat(RawHttp.statuses(exchange(GOOD + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello")))
                .containsExactly(400);
    }

    /** It holds a connection for ten seconds and no longer, byte by byte too. */
    @Test
    void who_never_ends_a_request_is_closed() throws IOException {
        try (RawHttp silent = new RawHttp(PORT);
                RawHttp slow = new RawHttp(PORT)) {
            silent.send("GET /v1/wat".getBytes(ISO_8859_1));
            byte[] one = {'a'};
            Awaitility.await().atMost(SOON).until(() -> slow.send(one).isOver());
            assertThat(silent.readAll()).doesNotContain("(quiet)");
        }
    }
}
