/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.cli.Surroundings;
import io.uptext.cli.Uptext;
import io.uptext.contracts.vocabulary.ApiKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class KeysTests {

    private static final Pattern NEW =
            Pattern.compile("(?s).*\n  (upk_\\S+)\n.*\n  - id: ([a-z0-9]{8})\n    hash: ([0-9a-f]{64})\n");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_new_key_comes_with_its_entry_for_the_registry() {
        assertThat(run("keys", "new")).isZero();

        Matcher said = NEW.matcher(out.toString().replace(System.lineSeparator(), "\n"));
        assertThat(said.matches()).as(out.toString()).isTrue();
        ApiKey key = ApiKey.parse(said.group(1)).orElseThrow();
        assertThat(key.id()).isEqualTo(said.group(2));
        assertThat(key.hash()).isEqualTo(said.group(3));
    }

    @Test
    void no_two_are_the_same() {
        run("keys", "new");
        String first = out.toString();
        run("keys", "new");
        assertThat(out.toString().substring(first.length())).isNotEqualTo(first);
    }

    @Test
    void what_is_missing_or_unknown_is_said() {
        assertThat(run("keys")).isEqualTo(2);
        assertThat(err.toString()).contains("What to do is missing: new.");
        assertThat(run("keys", "old")).isEqualTo(2);
        assertThat(run("keys", "new", "--help")).isZero();
        assertThat(out.toString()).contains("the key is shown this once");
    }

    private int run(String... arguments) {
        return Uptext.commandLine(new Surroundings(Clock.systemUTC(), Map.of(), false))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(arguments);
    }
}
