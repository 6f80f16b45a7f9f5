/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.process.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A contender that serves. */
public record Server(int port, ChildJvm jvm) implements AutoCloseable {

    /**
     * Starts a program on a free port of loopback, which it is told first of all, before its other arguments.
     *
     * @param log where it writes
     */
    public static Server start(Class<?> program, Path log, List<String> options, String... arguments) {
        int port = Ports.free();
        List<String> all = new ArrayList<>(List.of(Integer.toString(port)));
        all.addAll(List.of(arguments));
        return new Server(port, ChildJvm.start(program, log, options, all));
    }

    /** Its process. */
    public ProcessHandle process() {
        return jvm.process();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
