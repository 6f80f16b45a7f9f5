/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program of our class path in a JVM of its own, which is ready when {@link #start} returns. Its main method calls
 * {@link Lifeline#hold}; what it prints and logs is in a file.
 */
public final class ChildJvm implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final List<String> QUIET = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:-UsePerfData",
            "-Dlogback.configurationFile=io/uptext/testkit/process/child-logback.xml");

    private final Process process;
    private final Path log;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Starts a program and waits until it is ready.
     *
     * @param log the file for its output, to which it is appended
     * @param options of the JVM
     * @throws IllegalStateException if it ends before, or is not ready within a minute
     */
    public static ChildJvm start(Class<?> program, Path log, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUIET);
        command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            ChildJvm child = new ChildJvm(process, log);
            child.awaitReady();
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("a JVM cannot be started", e);
        }
    }

    private void awaitReady() {
        BufferedReader output = process.inputReader(UTF_8);
        try {
            @Nullable
            String said = CompletableFuture.supplyAsync(() -> firstLine(output))
                    .orTimeout(START_LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
            if (Lifeline.READY.equals(said)) {
                return;
            }
        } catch (CompletionException e) {
            kill();
            throw new IllegalStateException("a JVM was not ready in time; see " + log, e);
        }
        kill();
        throw new IllegalStateException("a JVM has ended before it was ready; see " + log);
    }

    private static @Nullable String firstLine(BufferedReader output) {
        try {
            return output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, to be watched. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends it at once (SIGKILL), as a crash does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end in good order, and waits for it. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        if (!awaitEnd()) {
            process.destroyForcibly();
            awaitEnd();
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
