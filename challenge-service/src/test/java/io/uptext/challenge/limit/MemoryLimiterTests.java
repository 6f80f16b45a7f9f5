/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryLimiterTests extends LimiterContract {

    private final AtomicLong micros = new AtomicLong(-5);
    private final MemoryLimiter limiter = new MemoryLimiter(micros::get);

    @Override
    protected Limiter limiter() {
        return limiter;
    }

    @Override
    protected void pass(Duration time) {
        micros.addAndGet(Rate.micros(time));
    }

    @Test
    void what_another_instance_has_created_counts_once_and_from_when_it_was_created() {
        Rate rate = new Rate(Limit.PARTY, "p:acme", 2, Duration.ofMinutes(1));
        Admission theirs = wanted(rate);
        limiter.note(theirs, Duration.ofSeconds(20));
        limiter.note(theirs, Duration.ofSeconds(20));

        assertThat(limiter.counts(wanted(rate))).containsExactly(10_000_000);
    }

    @Test
    void what_is_admitted_here_does_not_count_again_when_the_log_tells_of_it() {
        Rate rate = new Rate(Limit.PARTY, "p:acme", 2, Duration.ofMinutes(1));
        Admission ours = wanted(rate);
        admit(ours);
        limiter.note(ours, Duration.ZERO);

        assertThat(limiter.counts(wanted(rate))).containsExactly(30_000_000);
    }

    @Test
    void what_is_older_than_its_period_counts_for_nothing_in_whatever_order_the_log_is_read() {
        Rate rate = new Rate(Limit.NUMBER, "n:one", 10, Duration.ofMinutes(10));
        limiter.note(wanted(rate), Duration.ZERO);
        for (int i = 0; i < 9; i++) {
            limiter.note(wanted(rate), Duration.ofMinutes(15));
        }

        assertThat(limiter.counts(wanted(rate))).containsExactly(60_000_000);
    }

    @Test
    void what_was_over_before_we_heard_of_it_takes_no_place() {
        Cap cap = new Cap(Limit.OPEN, "o:one", 3);
        Admission late = new Admission(
                "somewhere",
                id(),
                false,
                Admission.DRAW_OF_LOG,
                code(),
                Duration.ofSeconds(-1),
                List.of(),
                List.of(cap));
        limiter.note(late, Duration.ofMinutes(5));

        assertThat(limiter.counts(late)).containsExactly(0, 0);
    }

    @Test
    void memory_is_bounded_and_forgets_the_rate_that_was_looked_at_least_lately() {
        Rate first = new Rate(Limit.NUMBER, "n:first", 1, Duration.ofHours(1));
        Rate second = new Rate(Limit.NUMBER, "n:second", 1, Duration.ofHours(1));
        admit(wanted(first));
        admit(wanted(second));
        for (int i = 0; i < 99_999; i++) {
            admit(wanted(new Rate(Limit.NUMBER, "n:" + i, 1, Duration.ofHours(1))));
            if (i == 1_000) {
                assertThat(admit(wanted(first))).isInstanceOf(Verdict.Refused.class);
            }
        }

        assertThat(admit(wanted(first))).isInstanceOf(Verdict.Refused.class);
        assertThat(admit(wanted(second))).isInstanceOf(Verdict.Admitted.class);
    }
}
