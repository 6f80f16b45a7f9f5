/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import io.uptext.platform.redis.RedisProperties;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where nobody can tell whether a ticket is good, nobody is let in, and nobody waits for long. */
@ExtendWith(OutputCaptureExtension.class)
class RedisTicketStoreOutageTests {

    private static final Duration TIMEOUT = Duration.ofMillis(200);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final WaitTokenHash TOKEN =
            WaitToken.of(new byte[WaitToken.BYTES]).hash();

    private final int port = Ports.free();
    private final RedisTicketStore store =
            new RedisTicketStore(new RedisProperties("redis://127.0.0.1:" + port, TIMEOUT, false));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void without_redis_there_are_no_tickets_until_it_is_back(CapturedOutput output) {
        assertAway();
        RedisServer server = Backends.ownRedis("tickets", port);
        awaitRedis();
        Ticket ticket = TicketStoreContract.drawn();
        store.put(ticket, TOKEN, TicketStoreContract.LONG).toCompletableFuture().join();
        server.kill();
        Awaitility.await().atMost(SOON).untilAsserted(this::assertAway);
        try (RedisServer again = Backends.ownRedis("tickets-again", port)) {
            awaitRedis();
            assertThat(TicketStoreContract.take(store, ticket)).isEmpty();
            assertThat(again.say("DBSIZE")).contains("0");
        }
        assertThat(output.getOut()).contains("there are no tickets").contains("there are tickets again");
        assertThat(output.getOut()).doesNotContain(ticket.reveal(), ticket.hash(), TOKEN.value());
    }

    @Test
    void a_redis_that_is_frozen_or_refuses_lets_nobody_in(CapturedOutput output) {
        try (RedisServer server = Backends.ownRedis("tickets-frozen", port)) {
            awaitRedis();
            server.hang();
            for (int i = 0; i < 10; i++) {
                assertAway();
            }
            server.goOn();
            awaitRedis();
            server.say("CONFIG SET maxmemory 1");
            Ticket ticket = TicketStoreContract.drawn();
            assertUnavailable(() -> store.put(ticket, TOKEN, TicketStoreContract.LONG)
                    .toCompletableFuture()
                    .join());
            assertThat(output.getOut()).doesNotContain("OOM", ticket.hash(), TOKEN.value());
        }
    }

    private void awaitRedis() {
        Awaitility.await()
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> TicketStoreContract.take(store, TicketStoreContract.drawn())
                        .isEmpty());
    }

    private void assertAway() {
        assertUnavailable(() -> TicketStoreContract.take(store, TicketStoreContract.drawn()));
    }

    private static void assertUnavailable(ThrowingCallable ask) {
        assertThatThrownBy(ask)
                .isInstanceOf(CompletionException.class)
                .extracting(Throwable::getCause)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(Problem.UNAVAILABLE));
    }
}
