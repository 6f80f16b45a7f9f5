/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One row of the table in docs/code-and-text.md. */
record TextExample(String spelled, Optional<String> code, String why) {

    private static final Path PAGE = Path.of("..", "docs", "code-and-text.md");
    private static final Pattern ROW = Pattern.compile("\\| `(.+)` \\| (?:none|`([0-9A-Z]{9,14})`) \\| ([^|]+) \\|");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u\\{(\\p{XDigit}+)}|([trn]))");

    static List<TextExample> all() throws IOException {
        return Files.readAllLines(PAGE, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("| `"))
                .map(TextExample::row)
                .toList();
    }

    private static TextExample row(String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw new IllegalArgumentException("not a row of the table: " + line);
        }
        return new TextExample(row.group(1), Optional.ofNullable(row.group(2)), row.group(3));
    }

    /** The text that the row means. */
    String text() {
        return ESCAPE.matcher(spelled).replaceAll(escape -> Matcher.quoteReplacement(unescape(escape)));
    }

    private static String unescape(MatchResult escape) {
        String number = escape.group(1);
        return number == null ? escape.group().translateEscapes() : Character.toString(Integer.parseInt(number, 16));
    }

    @Override
    public String toString() {
        return why + ": " + spelled;
    }
}
