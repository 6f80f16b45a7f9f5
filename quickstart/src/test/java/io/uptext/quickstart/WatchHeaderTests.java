/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.http.RawHttp;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile headers at the watch API. */
class WatchHeaderTests extends WatchEdgeTest {

    /** No event has an id, so there is nothing to go on after: the state comes first anyway. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "chl_01h8xgq5m9k3v7w2z4n6t8r0ya",
                "-1",
                "99999999999999999999",
                "<>'\";--",
                "\u00ff\u00fe"
            })
    void a_last_event_id_changes_nothing_whatever_it_holds(String id) throws IOException {
        String plain = body(exchange(GOOD + "\r\n"));
        String answer = exchange(GOOD + "Last-Event-ID: " + id + "\r\nLast-Event-ID: 7\r\n\r\n");
        assertStatus(answer, 200);
        assertThat(withoutTime(body(answer))).isEqualTo(withoutTime(plain));
        String others = Running.create("{}").path("id").asString();
        assertThat(withoutTime(body(exchange(GOOD + "Last-Event-ID: " + others + "\r\n\r\n"))))
                .isEqualTo(withoutTime(plain));
    }

    @Test
    void a_last_event_id_of_a_megabyte_is_refused_and_forgotten() throws IOException {
        String huge = (CANARY + "-").repeat(1_000_000 / (CANARY.length() + 1));
        for (int i = 0; i < 20; i++) {
            String answer = exchange(GOOD + "Last-Event-ID: " + huge + "\r\n\r\n");
            assertThat(RawHttp.statuses(answer)).isSubsetOf(431, 400);
            assertThat(answer).doesNotContain(CANARY, "(quiet)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Last-Event-ID",
                "Authorization",
                "Accept",
                "Prefer",
                "Origin",
                "X-Forwarded-For",
                "Cookie",
                "Cache-Control",
                "User-Agent"
            })
    void no_header_carries_a_line_break_or_nothingness(String name) throws IOException {
        for (String value : List.of("a\0b", "a\rX-Evil: 1", CANARY + "\0")) {
            String answer = exchange(GOOD + name + ": " + value + "\r\n\r\n");
            assertThat(RawHttp.statuses(answer)).as(name + " " + answer).containsExactly(400);
            assertThat(answer).doesNotContain(CANARY, "X-Evil", "pending");
        }
        // That makes a header of its own, which nobody heeds. HEAD, for some of them make a stream of it, which has no
        // end.
        String head = GOOD.replace("GET", "HEAD");
        String split = exchange(head + name + ": " + CANARY + "\r\nX-Evil: 1\r\n\r\n");
        assertThat(RawHttp.statuses(split)).as(split).hasSize(1).allMatch(status -> status < 500);
        assertThat(split).doesNotContain(CANARY, "X-Evil");
    }

    @Test
    void cookies_say_nothing_here_however_many_come() throws IOException {
        assertStatus(exchange(GOOD + "Cookie: uptext=a\r\n".repeat(100) + "\r\n"), 200);
        assertStatus(
                exchange(GOOD.replace(
                                "Authorization: Bearer " + TOKEN,
                                "Cookie: Authorization=Bearer " + TOKEN + "; waitToken=" + TOKEN + "; __Host-uptext-x="
                                        + TOKEN)
                        + "\r\n"),
                404);
        String answer = exchange(GOOD + ("Cookie: a=" + "b".repeat(4_100) + "\r\n").repeat(3) + "\r\n");
        assertThat(RawHttp.statuses(answer)).isSubsetOf(431, 400);
        assertThat(answer).doesNotContainIgnoringCase("set-cookie");
    }

    @Test
    void two_tokens_are_none() throws IOException {
        assertStatus(exchange(GOOD + "Authorization: Bearer " + TOKEN + "\r\n\r\n"), 404);
        assertStatus(exchange(GOOD + "Authorization: Bearer upw_" + "A".repeat(43) + "\r\n\r\n"), 404);
    }

    @Test
    void a_method_that_is_overridden_is_the_one_that_it_is() throws IOException {
        assertStatus(exchange(GOOD + "X-HTTP-Method-Override: DELETE\r\nX-Method-Override: POST\r\n\r\n"), 200);
    }

    @Test
    void a_range_is_not_heeded() throws IOException {
        for (String range : List.of("bytes=0-1", "bytes=5-", "bytes=-5", "bytes=0-0,2-3,4-", "x=1")) {
            String answer = exchange(GOOD + "Range: " + range + "\r\nIf-Range: \"a\"\r\nIf-None-Match: *\r\n\r\n");
            assertStatus(answer, 200);
            assertThat(answer).contains("pending").doesNotContainIgnoringCase("content-range");
        }
    }

    @Test
    void what_proxies_are_said_to_have_written_changes_nothing() throws IOException {
        assertStatus(
                exchange(
                        GOOD + "X-Forwarded-For: 1.2.3.4, x, ,\r\nX-Forwarded-Proto: evil\r\nX-Forwarded-Host: evil\r\n"
                                + "Forwarded: for=evil\r\nX-Original-URL: /actuator\r\n\r\n"),
                200);
    }
}
