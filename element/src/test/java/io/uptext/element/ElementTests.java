/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.element;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ElementTests {

    private static final int MOST_BYTES = 15_000;
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Set<String> STATES = Set.of("confirmed", "denied", "expired", "cancelled", "failed");
    private static final Path SOURCES = Path.of("src", "main", "js");

    @Test
    void the_script_stays_small() throws IOException {
        assertThat(packed(file("uptext-challenge.js"))).isBetween(1_000, MOST_BYTES);
    }

    @Test
    void the_script_loads_nothing() {
        assertThat(text("uptext-challenge.js")).doesNotContain("import ", "import(", "eval(", "innerHTML");
    }

    @Test
    void the_script_speaks_english_without_another_file() {
        assertThat(text("uptext-challenge.js")).contains("Text this from your phone");
    }

    @ParameterizedTest
    @FieldSource("io.uptext.element.Element#LANGUAGES")
    void each_language_has_the_same_words_with_the_same_places(String language) {
        Map<String, String> english = Element.words("en");
        Map<String, String> words = Element.words(language);
        assertThat(words).containsOnlyKeys(english.keySet());
        english.forEach((key, text) ->
                assertThat(places(words.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
        assertThat(words.values()).noneMatch(String::isBlank);
    }

    /** With them, a line that is read in two directions would look as its writer likes. */
    @ParameterizedTest
    @FieldSource("io.uptext.element.Element#LANGUAGES")
    void no_words_hold_invisible_marks(String language) {
        assertThat(Element.words(language).values())
                .noneMatch(text -> text.codePoints()
                        .anyMatch(each -> Character.getType(each) == Character.FORMAT || Character.isISOControl(each)));
    }

    @Test
    void no_word_is_left_over() throws IOException {
        String sources;
        try (var files = Files.list(SOURCES)) {
            sources = String.join("\n", files.map(ElementTests::read).toList());
        }
        assertThat(Element.words("en").keySet().stream()
                        .filter(key -> !key.startsWith("page.") && !key.contains(".") && !key.endsWith("Words")))
                .allMatch(key -> sources.contains("words." + key) || sources.contains("'" + key + "'") || isState(key));
    }

    @Test
    void the_version_tells_one_content_from_another() {
        assertThat(Element.path()).matches("/element/0\\.1\\.0-[0-9a-f]{8}/uptext-challenge\\.js");
        assertThat(Element.integrity()).matches("sha384-[A-Za-z0-9+/]{64}");
    }

    @Test
    void the_documentation_has_the_address_and_the_hash_of_these_files() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "page.md")))
                .contains(Element.path() + "\"", "integrity=\"" + Element.integrity() + "\"");
    }

    private static boolean isState(String key) {
        return STATES.contains(key);
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(
                PLACE.matcher(text).results().map(MatchResult::group).toList());
    }

    private static byte[] file(String name) {
        return Element.file(name).orElseThrow();
    }

    private static String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.size();
    }
}
