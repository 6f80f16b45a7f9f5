/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTests {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 226, 299})
    void any_2xx_is_a_delivery(int status) {
        assertThat(Answers.of(status, "5", NOW)).isEqualTo(new Attempt.Delivered(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 300, 301, 302, 304, 307, 308, 400, 401, 404, 409, 411, 429, 500, 502, 503, 504, 599, 999})
    void anything_else_is_a_refusal_and_so_is_a_redirect(int status) {
        assertThat(Answers.of(status, null, NOW)).isEqualTo(new Attempt.Refused(status, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 1000, Integer.MAX_VALUE})
    void a_status_without_three_digits_is_none(int status) {
        assertThat(Answers.of(status, "5", NOW)).isEqualTo(new Attempt.Failed(Flaw.MALFORMED_ANSWER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5"})
    void whoever_is_gone_wants_nothing_however_long_we_wait(String retryAfter) {
        assertThat(Answers.of(410, retryAfter, NOW)).isEqualTo(new Attempt.Gone());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0                              | PT0S",
                "120                            | PT2M",
                "86400                          | PT24H",
                "86401                          | PT24H",
                "999999999                      | PT24H",
                "Sat, 28 Nov 2026 12:01:30 GMT  | PT1M30S",
                "Saturday, 28-Nov-26 12:01:30 GMT | PT1M30S",
                "Sat Nov 28 12:01:30 2026       | PT1M30S",
                "Sat, 28 Nov 2026 11:00:00 GMT  | PT0S",
                "Fri, 01 Jan 2100 00:00:00 GMT  | PT24H",
                "-1                             |",
                "1.5                            |",
                "9999999999                     |",
                "soon                           |",
                "2026-11-28T12:01:30Z           |",
                "٣                              |",
            })
    void a_target_may_say_how_long_it_wants_to_be_left_alone(String said, @Nullable Duration wait) {
        assertThat(Answers.of(503, said, NOW)).isEqualTo(new Attempt.Refused(503, wait));
        assertThat(Answers.of(429, " " + said + " ", NOW)).isEqualTo(new Attempt.Refused(429, wait));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ","})
    void an_empty_wait_is_none(String said) {
        assertThat(Answers.of(503, said, NOW)).isEqualTo(new Attempt.Refused(503, null));
    }
}
