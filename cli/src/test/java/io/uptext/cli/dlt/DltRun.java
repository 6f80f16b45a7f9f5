/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

import io.uptext.cli.Surroundings;
import io.uptext.cli.Uptext;
import io.uptext.testkit.backend.Backends;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One run of {@code ./uptext dlt} in this process, and all that it said. */
record DltRun(int code, String out, String err) {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);

    /** At the broker of the tests. */
    static DltRun of(String... arguments) {
        return anywhere(Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--bootstrap-servers", Backends.kafka().bootstrapServers()))
                .toArray(String[]::new));
    }

    static DltRun anywhere(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Uptext.commandLine(new Surroundings(CLOCK, Map.of(), false))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        int code = command.execute(
                Stream.concat(Stream.of("dlt"), Stream.of(arguments)).toArray(String[]::new));
        command.getOut().flush();
        command.getErr().flush();
        return new DltRun(code, plain(out), plain(err));
    }

    private static String plain(StringWriter written) {
        return written.toString().replace(System.lineSeparator(), "\n");
    }
}
