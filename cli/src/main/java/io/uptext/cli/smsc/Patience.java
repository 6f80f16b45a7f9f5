/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import io.uptext.simulator.smsc.SimulatedSmsc;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits, says after a while why it may take so long, and ends with Ctrl-C. */
final class Patience {

    static final Duration BEFORE_A_HINT = Duration.ofSeconds(10);
    static final Duration FOREVER = Duration.ofDays(3650);

    private static final Duration GLANCE = Duration.ofMillis(50);

    private final CountDownLatch end = new CountDownLatch(1);

    /** For another thread to call. */
    void end() {
        end.countDown();
    }

    boolean isOver() {
        return end.getCount() == 0;
    }

    /** Whether somebody is bound in the end. */
    boolean awaitBind(SimulatedSmsc smsc, Runnable hint) throws InterruptedException {
        long begun = System.nanoTime();
        boolean isHinted = false;
        while (!smsc.awaitBinds(1, GLANCE)) {
            if (isOver()) {
                return false;
            }
            if (!isHinted && System.nanoTime() - begun > BEFORE_A_HINT.toNanos()) {
                isHinted = true;
                hint.run();
            }
        }
        return true;
    }

    /** What comes, if it comes. */
    <T> Optional<T> await(CompletableFuture<T> future, Duration longest, Runnable hint) throws InterruptedException {
        long begun = System.nanoTime();
        boolean isHinted = false;
        while (!isOver() && System.nanoTime() - begun < longest.toNanos()) {
            try {
                return Optional.of(future.get(GLANCE.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                if (!isHinted && System.nanoTime() - begun > BEFORE_A_HINT.toNanos()) {
                    isHinted = true;
                    hint.run();
                }
            } catch (ExecutionException | CancellationException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
