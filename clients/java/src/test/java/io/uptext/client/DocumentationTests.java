/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is shown compiles, because it is {@link Example}. */
class DocumentationTests {

    @Test
    void every_block_of_java_is_in_the_example_and_everything_there_is_shown() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "clients", "java.md"));
        String example = Files.readString(Path.of("src/test/java/io/uptext/client/Example.java"));
        List<String> shown = found("(?s)```java\n(.*?)```", page);
        List<String> tagged = found("(?s)// tag::\\w+\n(.*?)\n *// end::", example).stream()
                .map(block -> block.stripIndent() + "\n")
                .toList();
        assertThat(shown).isNotEmpty().containsExactlyElementsOf(tagged);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
