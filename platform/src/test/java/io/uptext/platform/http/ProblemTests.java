/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "api", "problems.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(urn:uptext:problem:[a-z-]+)` \\| ([0-9]{3}) \\|");

    private record Row(String type, int status) {}

    @Test
    void theDocumentHasEveryProblemWithItsStatusAndNoOther() throws IOException {
        List<Row> documented;
        try (var rows = ROW.matcher(Files.readString(DOCUMENT)).results()) {
            documented = rows.map(row -> new Row(row.group(1), Integer.parseInt(row.group(2))))
                    .toList();
        }
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Problem.values())
                        .map(problem -> new Row(problem.type(), problem.status().value()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aProblemIsAnAnswerWithoutAStackTrace(Problem problem) {
        ProblemException answer = problem.because("A sentence.");
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.detail()).isEqualTo("A sentence.");
        assertThat(answer).hasMessage("A sentence.");
        assertThat(answer.getStackTrace()).isEmpty();
        assertThat(problem.title()).isNotBlank();
        assertThat(problem.status().isError()).isTrue();
    }
}
