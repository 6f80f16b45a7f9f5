/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=10 | 10",
                "wait=0 | 0",
                "wait=25 | 25",
                "wait=9999 | 25",
                "respond-async, wait=7 | 7",
                "wait=7; foo=bar | 7",
                "respond-async | 0",
                "wait=-1 | 0",
                "wait=99999 | 25",
                "wait=99999999999999999999 | 25",
                "wait=0000000000000000000009 | 9",
                "wait=000 | 0",
                "'wait=\"1\"' | 1",
                "'wait=\"1' | 0",
                "wait=1\" | 0",
                "WAIT=1 | 1",
                "Wait = 1 | 1",
                "wait=3, wait=7 | 3",
                "foo; wait=7 | 0",
                "'foo, , ;wait=7' | 0",
                "await=10 | 0",
                "wait=1e3 | 0",
                "wait= | 0"
            })
    void a_poll_waits_as_long_as_it_prefers_within_bounds(String prefer, long seconds) {
        assertThat(Patience.of(request("Prefer", prefer))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | true",
                "application/json, text/plain;q=0.5 | true",
                "text/event-stream | false",
                "text/event-stream, application/json | false",
                "*/* | false",
                "nonsense | false",
                "application/json, nonsense | false",
                "/ | false",
                "application/json;charset=nonsense | false",
                "application/json;q=2 | false"
            })
    void whoever_accepts_json_and_no_stream_polls_and_whoever_cannot_be_understood_has_the_stream(
            String accept, boolean isPoll) {
        assertThat(Patience.isPoll(request("Accept", accept))).isEqualTo(isPoll);
    }

    @Test
    void whoever_says_nothing_gets_the_stream() {
        assertThat(Patience.isPoll(request("Prefer", "wait=3"))).isFalse();
    }

    private static HttpHeaders request(String header, String value) {
        return new DefaultHttpHeaders().set(header, value);
    }
}
