/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedemptionRequestTests {

    @Test
    void true_disavows_and_false_or_nothing_redeems() {
        assertThat(parse("{\"disavow\":true}").disavows()).isTrue();
        assertThat(parse("{\"disavow\":false}").disavows()).isFalse();
        assertThat(parse("{}").disavows()).isFalse();
        assertThat(parse("").disavows()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"true\"", "1", "0", "[]", "[true]", "{}"})
    void what_might_have_been_meant_to_disavow_does_not_redeem(String value) {
        assertThatThrownBy(() -> parse("{\"disavow\":" + value + "}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(Problem.MALFORMED));
    }

    private static RedemptionRequest parse(String json) {
        return RedemptionRequest.parse(json.getBytes(UTF_8));
    }
}
