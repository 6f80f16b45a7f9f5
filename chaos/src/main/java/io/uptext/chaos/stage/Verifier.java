/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import io.uptext.testkit.process.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One instance of the verifier, in one process after the other. */
public final class Verifier implements AutoCloseable {

    private static final List<String> SMALL =
            List.of("-Xmx160m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Class<?> program;
    private final int number;
    private final Path log;
    private final List<String> settings;
    private @Nullable ChildJvm jvm;

    Verifier(Class<?> program, int number, Path log, List<String> settings) {
        this.program = program;
        this.number = number;
        this.log = log;
        this.settings = List.copyOf(settings);
    }

    /** Its number among all, from 1. */
    public int number() {
        return number;
    }

    /** Starts a process, and waits until it is ready. */
    public synchronized void start() {
        if (jvm == null) {
            jvm = ChildJvm.start(program, log, SMALL, settings);
        }
    }

    /** Ends the process at once (SIGKILL). */
    public synchronized void kill() {
        if (jvm != null) {
            jvm.kill();
            jvm = null;
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
