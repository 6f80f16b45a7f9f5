/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

import io.uptext.benchmarks.browser.BrowsersProgram.Errand;
import io.uptext.benchmarks.control.Line;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.process.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The process of waiting browsers, seen from the run. */
public final class Browsers implements AutoCloseable {

    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC");

    /** So many ask at a time, which is more than a server answers at once. */
    private static final int AT_A_TIME = 128;

    private final ChildJvm jvm;
    private final Line line;

    private Browsers(ChildJvm jvm, Line line) {
        this.jvm = jvm;
        this.line = line;
    }

    /** Starts it. */
    public static Browsers start(Path log) {
        int port = Ports.free();
        ChildJvm jvm = ChildJvm.start(BrowsersProgram.class, log, JVM, List.of(Integer.toString(port)));
        return new Browsers(jvm, Line.to(port));
    }

    /** Its process. */
    public ProcessHandle process() {
        return jvm.process();
    }

    /**
     * Whether its clock is ours: what it reads lies between what we read before and after.
     *
     * @return how long that took, which is what the two could differ by at most
     * @throws IllegalStateException if it is another clock, by which no latency could be told
     */
    public Duration compareClocks() {
        long before = System.nanoTime();
        long theirs = line.ask(out -> out.writeUTF(Errand.CLOCK.name()), in -> in.readLong());
        long after = System.nanoTime();
        if (theirs - before < 0 || after - theirs < 0) {
            throw new IllegalStateException("The clocks of two processes differ, so that no latency can be told");
        }
        return Duration.ofNanos(after - before);
    }

    /** Has some come to a server at a port of loopback, each with its token. */
    public Party come(List<String> tokens, int port) {
        int number = line.ask(
                out -> {
                    out.writeUTF(Errand.COME.name());
                    out.writeInt(port);
                    out.writeInt(AT_A_TIME);
                    out.writeInt(tokens.size());
                    for (String each : tokens) {
                        out.writeUTF(each);
                    }
                },
                in -> in.readInt());
        return new Party(line, number, tokens.size());
    }

    @Override
    public void close() {
        line.close();
        jvm.close();
    }
}
