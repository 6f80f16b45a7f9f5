/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.cli.Surroundings;
import io.uptext.cli.Uptext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One run of {@code ./uptext simulate} in this process, and all that it said. */
record Run(int code, String out, String err) {

    static final String SECRET = "never-to-be-shown";

    /** Without a terminal, with nothing in the environment. */
    static Run of(String... arguments) {
        return in(new Surroundings(Clock.systemUTC(), Map.of(), false), arguments);
    }

    static Run in(Surroundings surroundings, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Uptext.commandLine(surroundings)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        int code = command.execute(
                Stream.concat(Stream.of("simulate"), Stream.of(arguments)).toArray(String[]::new));
        command.getOut().flush();
        command.getErr().flush();
        return new Run(code, out.toString(), err.toString());
    }
}
