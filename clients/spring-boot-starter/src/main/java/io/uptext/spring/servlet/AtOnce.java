/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.servlet;

import io.uptext.client.Waiting;
import io.uptext.spring.login.LoginStep;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** How many requests may wait for Uptext at once: while it is slow, the site's other threads are for its other pages. */
final class AtOnce {

    private final Semaphore places;

    AtOnce(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("uptext.login.at-once is 1 or more");
        }
        this.places = new Semaphore(most);
    }

    /** What is asked for, or what there is otherwise, which is said at once. */
    LoginStep step(Supplier<CompletableFuture<LoginStep>> asked, Supplier<LoginStep> otherwise) {
        if (!places.tryAcquire()) {
            return otherwise.get();
        }
        try {
            return Waiting.until(asked.get());
        } finally {
            places.release();
        }
    }
}
