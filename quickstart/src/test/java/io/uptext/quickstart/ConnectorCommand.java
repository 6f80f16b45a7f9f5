/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.cli.Surroundings;
import io.uptext.cli.Uptext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * A command of a page.
 *
 * @param words as a shell gives them to the launcher, without the launcher
 */
record ConnectorCommand(List<String> words) {

    /** The code that all pages have in their text. */
    static final String CODE = "7KQ4M2XHC";

    /** What came of it. */
    record Outcome(int code, String said) {}

    static ConnectorCommand of(String line) {
        try {
            Process shell =
                    new ProcessBuilder("bash", "-c", "set -- " + line + "; shift; printf '%s\\0' \"$@\"").start();
            String words = new String(shell.getInputStream().readAllBytes(), UTF_8);
            return new ConnectorCommand(List.of(words.split("\0")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String provider() {
        return words.get(1);
    }

    String connector() {
        String path = URI.create(value("--url")).getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String value(String option) {
        int at = words.indexOf(option);
        if (at < 0) {
            throw new IllegalStateException("a command has no " + option);
        }
        return words.get(at + 1);
    }

    /** Runs it in this process, at another host and port, with another code, and with whatever else is asked for. */
    Outcome run(String hostAndPort, String code, String... more) {
        List<String> changed = new ArrayList<>(words);
        changed.set(
                changed.indexOf("--url") + 1, value("--url").replaceFirst("^http://[^/]*", "http://" + hostAndPort));
        changed.set(changed.indexOf("--text") + 1, value("--text").replace(CODE, code));
        changed.addAll(List.of(more));
        StringWriter said = new StringWriter();
        CommandLine command = Uptext.commandLine(new Surroundings(Clock.systemUTC(), Map.of(), false))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said));
        return new Outcome(command.execute(changed.toArray(String[]::new)), said.toString());
    }

    @Override
    public String toString() {
        return connector();
    }
}
