/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two lines for an outage, whatever its threads do. */
class OutageTests {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final Outage outage = new Outage("a", now::get);
    private final LogLines log = new LogLines();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void it_begins_with_the_first_thread_and_is_over_with_the_last() {
        fail();
        pass(Duration.ofSeconds(60));
        Thread other = CompletableFuture.supplyAsync(() -> {
                    fail();
                    return Thread.currentThread();
                })
                .join();
        pass(Duration.ofSeconds(14));
        outage.over(Thread.currentThread(), true);
        assertThat(log.ofThePolicy()).hasSize(1);

        outage.over(other, true);
        assertThat(log.ofThePolicy()).hasSize(2).last().isEqualTo("INFO a: it works again, after 74 seconds");
    }

    @Test
    void what_comes_and_goes_is_told_once_in_ten_seconds() {
        for (int each = 0; each < 99; each++) {
            fail();
            outage.over(Thread.currentThread(), true);
            pass(Duration.ofMillis(100));
        }
        assertThat(log.ofThePolicy()).hasSize(2);

        fail();
        pass(Duration.ofSeconds(10));
        fail();
        assertThat(log.ofThePolicy()).hasSize(3);
    }

    @Test
    void a_thread_that_ends_says_nothing_of_it() {
        fail();
        outage.over(Thread.currentThread(), false);
        assertThat(log.ofThePolicy()).hasSize(1);
    }

    @Test
    void quiet_is_an_end_only_if_nothing_has_failed_since() {
        Outage.Failure first = fail();
        pass(Duration.ofSeconds(5));
        Outage.Failure second = fail();
        pass(Duration.ofSeconds(5));
        outage.overUnlessAgain(Thread.currentThread(), first, true);
        assertThat(log.ofThePolicy()).hasSize(1);

        outage.overUnlessAgain(Thread.currentThread(), second, true);
        assertThat(log.ofThePolicy()).hasSize(2);
        assertThat(second.attempts()).isEqualTo(2);
    }

    private Outage.Failure fail() {
        return outage.failed(new IllegalStateException());
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
