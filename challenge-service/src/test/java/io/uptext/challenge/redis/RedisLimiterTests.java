/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.challenge.limit.Admission;
import io.uptext.challenge.limit.Cap;
import io.uptext.challenge.limit.Limit;
import io.uptext.challenge.limit.Limiter;
import io.uptext.challenge.limit.LimiterContract;
import io.uptext.challenge.limit.Rate;
import io.uptext.challenge.limit.Verdict;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.platform.redis.RedisProperties;
import io.uptext.testkit.backend.Backends;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisLimiterTests extends LimiterContract {

    /** Longer than a busy machine holds a test up; how short it is in earnest is for the outage tests. */
    static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:30:00Z");

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final RedisLimiter limiter = connected(Clock.fixed(NEW_YEAR, ZoneOffset.UTC));

    String uri() {
        return Backends.redis().uri();
    }

    boolean isCluster() {
        return false;
    }

    private RedisLimiter connected(Clock clock) {
        return new RedisLimiter(
                new RedisProperties(uri(), TIMEOUT, isCluster()),
                wanted -> new long[wanted.counts()],
                clock,
                ahead::get);
    }

    @BeforeEach
    void awaitConnection() {
        awaitConnection(limiter);
    }

    private void awaitConnection(RedisLimiter one) {
        Awaitility.await().until(() -> !one.admit(wanted(new Cap[0])).isCompletedExceptionally());
    }

    @AfterEach
    void close() {
        limiter.close();
    }

    @Override
    protected Limiter limiter() {
        return limiter;
    }

    @Override
    protected void pass(Duration time) {
        ahead.updateAndGet(time::plus);
    }

    @Test
    void a_code_is_not_drawn_again_for_72_hours_and_ten_minutes_whenever_on_a_day_it_was_drawn() {
        for (int hour = 0; hour < 24; hour++) {
            Instant drawn = NEW_YEAR.plus(Duration.ofHours(hour));
            var code = code();
            String destination = UUID.randomUUID().toString();
            Admission first = admission(destination, id(), code, false, 0, List.of(), List.of());
            assertThat(at(drawn, first)).isInstanceOf(Verdict.Admitted.class);

            Admission again = admission(destination, id(), code, false, 0, List.of(), List.of());
            assertThat(at(drawn.plus(Duration.ofDays(3)).plus(Duration.ofMinutes(10)), again))
                    .isEqualTo(new Verdict.CodeTaken());
            assertThat(at(drawn.plus(Duration.ofHours(97)), again)).isInstanceOf(Verdict.Admitted.class);
        }
    }

    @Test
    void another_code_is_free_that_differs_in_the_last_of_the_bits_that_are_kept() {
        String destination = UUID.randomUUID().toString();
        var one = new CodeKey("00001234567f" + "0".repeat(52));
        var other = new CodeKey("00001234567e" + "0".repeat(52));

        assertThat(admit(admission(destination, id(), one, false, 0, List.of(), List.of())))
                .isInstanceOf(Verdict.Admitted.class);
        assertThat(admit(admission(destination, id(), other, false, 0, List.of(), List.of())))
                .isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void what_the_caller_knows_of_counts_where_redis_has_lost_it() {
        Rate rate = new Rate(Limit.PARTY, "p:acme", 2, Duration.ofMinutes(1));
        Cap cap = new Cap(Limit.OPEN, "o:one", 3);
        Admission wanted = admission("lost", id(), code(), false, 0, List.of(rate), List.of(cap));
        try (RedisLimiter knowing = knowing(30_000_000, 2, 50_000_000)) {
            Verdict verdict = knowing.admit(wanted).join();
            assertThat(standing(verdict, Limit.PARTY).left()).isZero();
            assertThat(standing(verdict, Limit.OPEN).left()).isZero();
        }
        try (RedisLimiter knowing = knowing(0, 3, 50_000_000)) {
            Rate other = new Rate(Limit.PARTY, "p:other", 2, Duration.ofMinutes(1));
            Verdict verdict = knowing.admit(admission("lost", id(), code(), false, 0, List.of(other), List.of(cap)))
                    .join();
            Verdict.Refused refused = (Verdict.Refused) verdict;
            assertThat(refused.by()).isEqualTo(Limit.OPEN);
            assertThat(refused.seconds()).isGreaterThanOrEqualTo(50);
        }
    }

    private RedisLimiter knowing(long... counts) {
        RedisLimiter one = new RedisLimiter(
                new RedisProperties(uri(), TIMEOUT, isCluster()),
                wanted -> wanted.rates().isEmpty() ? new long[wanted.counts()] : counts,
                Clock.fixed(NEW_YEAR, ZoneOffset.UTC));
        awaitConnection(one);
        return one;
    }

    private Verdict at(Instant instant, Admission wanted) {
        try (RedisLimiter then = connected(Clock.fixed(instant, ZoneOffset.UTC))) {
            awaitConnection(then);
            return then.admit(wanted).join();
        }
    }
}
