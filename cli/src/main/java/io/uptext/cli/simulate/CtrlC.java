/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While this is open, Ctrl-C asks for an end and waits until it is closed, so that there still is a summary. */
public final class CtrlC implements AutoCloseable {

    private static final long MOST_SECONDS = 10;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    private CtrlC(Runnable end) {
        hook = new Thread(() -> {
            end.run();
            awaitClosed();
        });
    }

    /** From now on, until it is closed. */
    public static CtrlC means(Runnable end) {
        CtrlC ctrlC = new CtrlC(end);
        Runtime.getRuntime().addShutdownHook(ctrlC.hook);
        return ctrlC;
    }

    private void awaitClosed() {
        try {
            var _ = closed.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The end has begun: Ctrl-C was pressed.
        }
    }
}
