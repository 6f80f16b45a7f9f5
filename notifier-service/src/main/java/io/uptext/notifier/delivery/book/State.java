/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import io.uptext.contracts.event.DeliveryEvent;
import java.time.Instant;

/** Where a delivery stands. One that is delivered or kept, and of which the log says so, is in the book no more. */
sealed interface State {

    /**
     * The next attempt is to come; the first, or another one.
     *
     * @param attempts how many there were
     * @param dueAt not before then
     */
    record Waiting(int attempts, Instant dueAt) implements State {}

    /**
     * It is being sent.
     *
     * @param attempt the number of the attempt, from 1 on
     */
    record Attempting(int attempt, Instant since) implements State {}

    /** What came of it is known and not in the log yet. Until it is, nothing follows from it. */
    record Telling(DeliveryEvent result) implements State {}
}
