/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import io.uptext.testkit.process.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One instance of a service, in one process after the other. */
public final class Instance implements AutoCloseable {

    private static final List<String> SMALL =
            List.of("-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Class<?> program;
    private final int number;
    private final Path log;
    private final List<String> options;
    private final List<String> settings;
    private @Nullable ChildJvm jvm;

    /**
     * Is not started yet.
     *
     * @param memory an option of the JVM
     */
    Instance(Class<?> program, int number, Path log, String memory, List<String> settings) {
        this.program = program;
        this.number = number;
        this.log = log;
        this.options = Stream.concat(SMALL.stream(), Stream.of(memory)).toList();
        this.settings = List.copyOf(settings);
    }

    /** Its number among all of its kind, from 1. */
    public int number() {
        return number;
    }

    /** Starts a process, and waits until it is ready. */
    public synchronized void start() {
        if (jvm == null) {
            jvm = ChildJvm.start(program, log, options, settings);
        }
    }

    /** Ends the process at once (SIGKILL). */
    public synchronized void kill() {
        if (jvm != null) {
            jvm.kill();
            jvm = null;
        }
    }

    /**
     * Asks the process to end (SIGTERM), as a rolling update does, and ends it when it has not after the limit.
     *
     * @return whether it has ended by itself
     */
    public synchronized boolean terminate(Duration limit) throws InterruptedException {
        if (jvm == null) {
            return true;
        }
        ProcessHandle process = jvm.process();
        process.destroy();
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody knows whether a process has ended", e);
        } finally {
            kill();
        }
    }

    /** Stops the process where it is (SIGSTOP): it has its connections, takes new ones, and says nothing. */
    public synchronized void freeze() throws InterruptedException {
        signal("STOP");
    }

    /** Lets it go on. */
    public synchronized void thaw() throws InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws InterruptedException {
        if (jvm == null) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(jvm.process().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no kill", e);
        }
    }

    /** Lets it end in good order. */
    @Override
    public synchronized void close() {
        if (jvm != null) {
            jvm.close();
            jvm = null;
        }
    }
}
