/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.process;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;

/** The side of a {@link ChildJvm} that is the child. */
public final class Lifeline {

    /** What the parent reads once the child serves. */
    static final String READY = "ready";

    private Lifeline() {}

    /**
     * Starts a server, tells the parent, and closes the server when the parent lets go of us or is gone itself: the kernel
     * then ends our standard input, however the parent has died.
     */
    @SuppressWarnings("SystemOut") // the one line that the parent waits for
    public static void hold(Callable<? extends AutoCloseable> start) throws Exception {
        PrintStream parent = System.out;
        System.setOut(System.err);
        try (AutoCloseable _ = start.call()) {
            parent.println(READY);
            awaitEndOfInput();
        }
        System.exit(0);
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Nobody says anything to a child; there is only an end.
        }
    }
}
