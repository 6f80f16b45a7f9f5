/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** On which threads callers go on, and what becomes of them when there are none left. */
class ExecutorTests {

    private static final ChallengeId ID = new ChallengeId("chl_0123456789abcdefghjkmnpqrs");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void callers_go_on_on_the_executor_even_when_nobody_has_answered() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool(
                        Thread.ofPlatform().name("ours-", 0).factory());
                Peer peer = Peer.that(exchange -> never.await())) {
            UptextClient client = peer.client()
                    .executor(threads)
                    .attemptTimeout(Duration.ofMillis(100))
                    .totalTimeout(Duration.ofMillis(500))
                    .build();
            CompletableFuture<String> thread = client.async()
                    .read(ID)
                    .handle((challenge, failure) -> Thread.currentThread().getName());
            assertThat(thread).succeedsWithin(PATIENCE).asString().startsWith("ours-");
        }
    }

    @Test
    void an_executor_that_takes_no_more_holds_nobody() {
        CountDownLatch asked = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try (Peer peer = Peer.that(
                exchange -> {
                    asked.countDown();
                    Peer.problem(503, "unavailable", "Retry-After", "1").give(exchange);
                },
                Peer.json(200, Peer.CONFIRMED))) {
            CompletableFuture<Challenge> coming =
                    peer.client().executor(threads).build().async().read(ID);
            assertThat(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            threads.shutdown();
            assertThat(coming)
                    .failsWithin(PATIENCE)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(UnreachableException.class);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
