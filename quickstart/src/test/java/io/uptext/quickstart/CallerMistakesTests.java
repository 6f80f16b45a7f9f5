/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a relying party gets wrong is told to it at once, and becomes nothing. */
class CallerMistakesTests extends ApiEdgeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT0S",
                "-PT3M",
                "PT-3M",
                "PT29.999S",
                "PT10M0.001S",
                "P365D",
                "PT2562047788015215H",
                "PT99999999999999999999H",
                "P1Y",
                "P",
                "PT",
                "PT3",
                "3 minutes",
                "2026-11-30T08:00:00Z",
            })
    void a_validity_that_cannot_be_is_refused(String validity) throws IOException {
        ApiOutcome outcome =
                exchange(post("", BODY.replace("{\"msisdn", "{\"validity\":\"" + validity + "\",\"msisdn")));

        outcome.isRefusedWith(422, "invalid-request");
        assertThat(outcome.answers()).contains("\"detail\":\"validity must be ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"180", "0", "-180", "31536000", "1e9", "9223372036854775808", "1e30", "1e999999", "1e-999999"})
    void a_validity_without_a_unit_is_refused(String validity) throws IOException {
        exchange(post("", BODY.replace("{\"msisdn", "{\"validity\":" + validity + ",\"msisdn")))
                .isRefusedWith(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"46709997766", "709997766.5", "true", "[]"})
    void a_number_without_its_quotes_is_refused(String number) throws IOException {
        ApiOutcome outcome = exchange(post("", BODY.replace("\"" + NUMBER + "\"", number)));

        outcome.isRefusedWith(400, "malformed");
        assertThat(outcome.answers()).contains("look at msisdn.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "0",
                "null",
                "0709997766",
                "0046709997766",
                "+4670",
                "+467099977661234567",
                "+46709997766;ext=1",
                "tel:+46709997766",
                "+46 70 999 77 66, +46701234567",
                "ACME",
            })
    void a_number_that_no_phone_abroad_can_be_called_by_is_refused(String number) throws IOException {
        exchange(post("", BODY.replace(NUMBER, number))).isRefusedWith(422, "impossible-number");
    }

    @Test
    void a_lost_number_does_not_open_a_challenge_to_any_phone() throws IOException {
        exchange(post("", BODY.replace("\"" + NUMBER + "\"", "null"))).isRefusedWith(422, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\nb",
                "a\\r\\nb",
                "a\\u0085b",
                "a\\u2028b",
                "a\\u202eb",
                "a\\u2066b",
                "a\\u200bb",
                "a\\u0000b",
                "a\\u001b[31mb",
                "a\\ue000b",
                "\\udb40\\udc41",
                "",
                "   ",
                "\\n\\ndata: {\\\"state\\\":\\\"CONFIRMED\\\"}",
            })
    void what_would_forge_the_page_is_refused(String words) throws IOException {
        for (String field : new String[] {"action", "device", "place"}) {
            exchange(post("", BODY.replace("{\"msisdn", "{\"context\":{\"" + field + "\":\"" + words + "\"},\"msisdn")))
                    .isRefusedWith(422, "invalid-request");
        }
    }

    @Test
    void more_than_sixteen_entries_of_metadata_are_refused() throws IOException {
        exchange(post("", "{\"metadata\":" + entries(16) + "}")).isTaken();
        exchange(post("", "{\"metadata\":" + entries(17) + "}")).isRefusedWith(422, "invalid-request");
    }

    private static String entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"name" + i + "\":\"" + CANARY + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a b\":\"\"", "\"\":\"\"", "\"a\\n\":\"\"", "\"a\":null", "\"__proto__\\u0000\":\"\""})
    void metadata_that_cannot_be_kept_are_refused(String entry) throws IOException {
        exchange(post("", "{\"metadata\":{" + entry + "}}")).isRefusedWith(422, "invalid-request");
    }

    @Test
    void a_value_of_metadata_may_hold_what_a_value_may_hold() throws IOException {
        exchange(post("", "{\"metadata\":{\"a\":\"\\n\\ndata: {}\\u0000\\u202e\\ud83d\\ude00\"}}"))
                .isTaken();
    }
}
