/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import io.uptext.contracts.vocabulary.WaitTokenHash;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hands tickets out, and takes them back. */
final class Tickets {

    /** How long a ticket is good: until a page has made an {@code EventSource} of it, on a slow phone too. */
    static final Duration LIFE = Duration.ofSeconds(30);

    private final TicketStore store;
    private final SecureRandom random;
    private final Clock clock;

    Tickets(TicketStore store, SecureRandom random, Clock clock) {
        this.store = store;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A ticket that is good now.
     *
     * @param expiresAt when it ends, by our clock
     */
    record Issued(Ticket ticket, Instant expiresAt) {}

    /** A ticket for what this token is good for. It fails with the problem {@code unavailable} where none can be kept. */
    CompletionStage<Issued> issue(WaitTokenHash token) {
        byte[] bytes = new byte[Ticket.BYTES];
        random.nextBytes(bytes);
        Ticket ticket = Ticket.of(bytes);
        // Before it is kept, so that it does not end earlier than is said.
        Issued issued = new Issued(ticket, clock.instant().plus(LIFE));
        return store.put(ticket, token, LIFE).thenApply(_ -> issued);
    }

    /**
     * What a ticket stands for, once; empty where it cannot be one, has been used, or is too old. It fails with the problem
     * {@code unavailable} where nobody can tell.
     *
     * @param shown what a browser shows
     */
    CompletionStage<Optional<WaitTokenHash>> take(String shown) {
        return Ticket.parse(shown)
                .map(store::take)
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }
}
