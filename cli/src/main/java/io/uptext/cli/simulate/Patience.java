/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.smsc.SimulatedSmsc;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Waits until something happens, or Ctrl-C is pressed. */
final class Patience {

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int GLANCES_UNTIL_HINT = 100;

    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

    void end() {
        end.complete(null);
    }

    /** Runs something once Ctrl-C is pressed. */
    void whenEnded(Runnable then) {
        var _ = end.thenRun(then);
    }

    /** Waits for the first bind, and says after a while what may be missing. */
    boolean awaitBind(SimulatedSmsc smsc, SmscPlace place, CommandLine command) throws InterruptedException {
        command.getOut().println("Listening on " + place.words() + ". Waiting for a bind.");
        command.getOut().flush();
        for (int glance = 0; !end.isDone(); glance++) {
            if (smsc.awaitBinds(1, GLANCE)) {
                return true;
            }
            if (glance == GLANCES_UNTIL_HINT) {
                command.getErr().println(place.hint());
            }
        }
        return false;
    }

    /** What comes of something, or null if Ctrl-C is pressed before. */
    <T> @Nullable T await(Supplier<CompletableFuture<T>> something) throws InterruptedException {
        CompletableFuture<T> future = something.get();
        while (!end.isDone()) {
            try {
                return future.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Not yet.
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return null;
    }
}
