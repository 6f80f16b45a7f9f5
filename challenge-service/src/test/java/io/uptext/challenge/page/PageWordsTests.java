/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.element.Element;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The element's own tests look after all other words. */
class PageWordsTests {

    private static final Path SOURCES = Path.of("src/main/java/io/uptext/challenge/page");

    @Test
    void every_word_that_is_the_pages_own_is_said() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (var files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                sources.append(Files.readString(file));
            }
        }
        List<String> own = Element.words("en").keySet().stream()
                .filter(key -> key.startsWith("page."))
                .toList();
        assertThat(own).isNotEmpty().allMatch(key -> sources.indexOf('"' + key + '"') >= 0);
    }
}
