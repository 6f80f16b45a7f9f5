/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import io.uptext.cli.Surroundings;
import io.uptext.cli.Uptext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import picocli.CommandLine;

/** One run of {@code ./uptext simulate smsc} on a free port, beside the test. */
final class SmscRun {

    private static final Pattern PORT = Pattern.compile("listens on 127\\.0\\.0\\.1:([0-9]+)");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> code;

    private SmscRun(Surroundings surroundings, String... arguments) {
        CommandLine command = Uptext.commandLine(surroundings)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        String[] all = Stream.concat(Stream.of("simulate", "smsc"), Stream.of(arguments))
                .toArray(String[]::new);
        code = CompletableFuture.supplyAsync(() -> {
            int exit = command.execute(all);
            command.getOut().flush();
            command.getErr().flush();
            return exit;
        });
    }

    /** Without a terminal, with nothing in the environment. */
    static SmscRun of(String... arguments) {
        return in(new Surroundings(Clock.systemUTC(), Map.of(), false), arguments);
    }

    /** On a free port unless there is one among the arguments. */
    static SmscRun in(Surroundings surroundings, String... arguments) {
        boolean hasPort = List.of(arguments).contains("--port");
        return new SmscRun(
                surroundings,
                Stream.concat(hasPort ? Stream.of() : Stream.of("--port", "0"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    int port() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> PORT.matcher(out()).find());
        Matcher port = PORT.matcher(out());
        if (!port.find()) {
            throw new IllegalStateException("no port");
        }
        return Integer.parseInt(port.group(1));
    }

    int code() {
        return code.orTimeout(40, TimeUnit.SECONDS).join();
    }

    /** With one kind of line end. */
    String out() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    String err() {
        return err.toString();
    }
}
