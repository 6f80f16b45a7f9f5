/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import java.util.concurrent.CompletableFuture;

/** Counts what is created. */
public interface Limiter {

    /** Counts a creation, if it fits all limits: all of it or nothing, however many ask at once. */
    CompletableFuture<Verdict> admit(Admission wanted);

    /** Frees the places of a challenge that has ended. */
    void release(Places places);
}
