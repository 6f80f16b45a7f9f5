/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every store of tickets promises, at two instances of a service. */
abstract class TicketStoreContract {

    static final Duration LONG = Duration.ofSeconds(30);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final WaitTokenHash TOKEN =
            WaitToken.of(new byte[WaitToken.BYTES]).hash();

    /** That of one instance. */
    abstract TicketStore here();

    /** That of another. */
    abstract TicketStore there();

    static Ticket drawn() {
        byte[] bytes = new byte[Ticket.BYTES];
        RANDOM.nextBytes(bytes);
        return Ticket.of(bytes);
    }

    @Test
    void a_ticket_is_good_once_at_whichever_instance() {
        Ticket ticket = drawn();
        put(ticket, LONG);
        assertThat(take(there(), ticket)).hasValue(TOKEN);
        assertThat(take(there(), ticket)).isEmpty();
        assertThat(take(here(), ticket)).isEmpty();
    }

    @Test
    void a_ticket_that_nobody_has_issued_is_good_for_nothing() {
        assertThat(take(here(), drawn())).isEmpty();
    }

    @Test
    void a_ticket_ends_by_itself() {
        Ticket ticket = drawn();
        put(ticket, Duration.ofMillis(1));
        Awaitility.await().until(() -> isGone(ticket));
        assertThat(take(here(), ticket)).isEmpty();
    }

    /** Without taking it. */
    abstract boolean isGone(Ticket ticket);

    @Test
    void of_many_who_show_it_at_once_one_is_let_in() {
        for (int round = 0; round < 50; round++) {
            Ticket ticket = drawn();
            put(ticket, LONG);
            List<Optional<WaitTokenHash>> taken = IntStream.range(0, 32)
                    .mapToObj(i -> (i % 2 == 0 ? here() : there()).take(ticket).toCompletableFuture())
                    .toList()
                    .stream()
                    .map(each -> each.join())
                    .toList();
            assertThat(taken).filteredOn(Optional::isPresent).containsExactly(Optional.of(TOKEN));
        }
    }

    final void put(Ticket ticket, Duration life) {
        here().put(ticket, TOKEN, life).toCompletableFuture().join();
    }

    static Optional<WaitTokenHash> take(TicketStore store, Ticket ticket) {
        return store.take(ticket).toCompletableFuture().join();
    }
}
