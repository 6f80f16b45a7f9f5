/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.cli.Uptext;
import io.uptext.testkit.contract.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shell beside a quickstart, in a folder of its own that looks like the project's, with the real curl.
 *
 * @param folder where the shell starts
 */
record Shell(Path folder) {

    /**
     * What came of some commands.
     *
     * @param said all that they printed
     * @param exchanges what curl asked and was answered
     */
    record Outcome(int code, String said, List<Exchange> exchanges) {}

    /** Makes one in an empty folder. */
    static Shell beside(Stack stack, Path folder) throws IOException {
        Path target = Files.createDirectories(folder.resolve("quickstart/target"));
        Files.writeString(target.resolve("quickstart.env"), Environment.of(stack));
        Files.createDirectories(folder.resolve("kept"));
        executable(folder.resolve("bin/curl"), curl());
        executable(folder.resolve("uptext"), launcher());
        return new Shell(folder);
    }

    /** Calls the real one, and keeps beside what it prints, as it comes, what came back. */
    private static String curl() {
        return """
                #!/bin/sh
                kept=$(mktemp -d "$KEPT/XXXXXX")
                said='%%{stderr}%%{method}\\n%%{url_effective}\\n%%{http_code}\\n%%{content_type}\\n'
                { %s "$@" -D "$kept/headers" -w "$said" 2>"$kept/said"; echo $? >"$kept/code"; } | tee "$kept/body"
                exit "$(cat "$kept/code")"
                """.formatted(realCurl());
    }

    private static String launcher() {
        return """
                #!/bin/sh
                exec "%s" -XX:TieredStopAtLevel=1 -cp "%s" %s "$@"
                """.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        Uptext.class.getName());
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private static Path realCurl() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, "curl"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The examples of docs/api need curl. Please install it."));
    }

    /** Runs these, one after another, until one fails. */
    Outcome run(String commands) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().put("PATH", folder.resolve("bin").toAbsolutePath() + ":" + System.getenv("PATH"));
        shell.environment().put("KEPT", folder.resolve("kept").toAbsolutePath().toString());
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), said, exchanges());
    }

    private List<Exchange> exchanges() throws IOException {
        try (Stream<Path> kept = Files.list(folder.resolve("kept"))) {
            return kept.map(Shell::exchange).toList();
        }
    }

    private static Exchange exchange(Path kept) {
        try {
            List<String> said = Files.readAllLines(kept.resolve("said"));
            Set<String> headers = Files.readAllLines(kept.resolve("headers")).stream()
                    .filter(line -> line.contains(":"))
                    .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            return new Exchange(
                    said.get(0),
                    URI.create(said.get(1)).getRawPath(),
                    Integer.parseInt(said.get(2)),
                    headers,
                    said.get(3).replaceFirst(";.*", ""),
                    Files.readString(kept.resolve("body")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
