/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryLineTests {

    private final DeliveryLine line = new DeliveryLine(Clock.systemUTC());

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void who_asks_hears_of_an_error_of_the_machine_and_does_not_wait_for_ever() {
        CompletableFuture<Boolean> answer = line.ask(() -> {
            throw new StackOverflowError("a test");
        });
        await().until(answer::isCompletedExceptionally);
        assertThat(answer.exceptionNow()).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void an_error_of_the_machine_ends_the_trust_in_what_is_done_there_and_a_mistake_does_not() {
        line.execute(() -> {
            throw new IllegalStateException("a test");
        });
        assertThat(line.ask(line::hasFailed).join()).isFalse();
        line.execute(() -> {
            throw new StackOverflowError("a test");
        });
        assertThat(line.ask(line::hasFailed).join()).isTrue();
    }
}
