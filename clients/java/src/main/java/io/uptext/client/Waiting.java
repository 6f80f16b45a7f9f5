/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits on the thread for what comes. */
public final class Waiting {

    private Waiting() {}

    /**
     * What the future has, or what it failed with, as it was thrown.
     *
     * <p>An interrupted thread stays interrupted, and the request is given up.
     */
    public static <T> T until(CompletableFuture<T> coming) {
        try {
            return coming.get();
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for an answer");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("an answer failed in a way that it never does", cause);
        }
    }
}
