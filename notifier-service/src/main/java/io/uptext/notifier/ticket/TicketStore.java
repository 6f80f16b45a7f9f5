/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.platform.http.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Which tickets are good, at all instances. Where nobody can tell, nobody is let in: both fail with a {@link ProblemException}
 * then, {@code unavailable}.
 */
interface TicketStore {

    /** Makes a ticket good for what a wait token is good for, once, and for so long at most. */
    CompletionStage<Void> put(Ticket ticket, WaitTokenHash token, Duration life);

    /**
     * Takes a ticket that is good, after which it is not any more; empty where it is not. Of many who take it at once, one
     * gets it.
     */
    CompletionStage<Optional<WaitTokenHash>> take(Ticket ticket);
}
