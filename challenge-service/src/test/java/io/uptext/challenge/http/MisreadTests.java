/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller is told of a body that cannot be read. */
class MisreadTests {

    private static final String NO_FIELD = "The body is not JSON of the documented form.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"msisdn\":46701234567}           | msisdn",
                "{\"msisdn\":{}}                    | msisdn",
                "{\"validity\":180}                 | validity",
                "{\"validity\":1e3}                 | validity",
                "{\"nonce\":true}                   | nonce",
                "{\"endUserIp\":1.5}                | endUserIp",
                "{\"context\":\"Sign in\"}          | context",
                "{\"context\":{\"action\":1}}       | context.action",
                "{\"metadata\":{\"46701234567\":1}} | metadata",
                "{\"metadata\":[1]}                 | metadata",
            })
    void the_field_with_another_kind_of_value_is_named(String json, String field) {
        ProblemException problem = problem(json);

        assertThat(problem.problem()).isEqualTo(Problem.MALFORMED);
        assertThat(problem.detail()).isEqualTo("The body is not JSON of the documented form: look at " + field + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "180", "PT", "P1Y", "3 minutes", "PT99999999999999999999H", "2026-11-30T08:00:00Z"})
    void a_validity_that_is_no_duration_is_a_wrong_value(String validity) {
        ProblemException problem = problem("{\"validity\":\"" + validity + "\"}");

        assertThat(problem.problem()).isEqualTo(Problem.INVALID_REQUEST);
        assertThat(problem.detail()).isEqualTo("validity must be a duration of ISO 8601, PT3M for example.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"\"", "1", "{\"+46701234567\":tru}", "{\"a\":1,\"a\":2}"})
    void what_is_at_no_field_of_ours_names_none(String json) {
        ProblemException problem = problem(json);

        assertThat(problem.problem()).isEqualTo(Problem.MALFORMED);
        assertThat(problem.detail()).isEqualTo(NO_FIELD);
    }

    @Test
    void a_redemption_is_told_likewise() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RedemptionRequest.parse("{\"codeVerifier\":1}".getBytes(UTF_8)))
                .satisfies(problem -> {
                    assertThat(problem.problem()).isEqualTo(Problem.MALFORMED);
                    assertThat(problem.detail()).endsWith("look at codeVerifier.");
                });
    }

    private static ProblemException problem(String json) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ChallengeRequest.parse(json.getBytes(UTF_8)))
                .actual();
    }
}
