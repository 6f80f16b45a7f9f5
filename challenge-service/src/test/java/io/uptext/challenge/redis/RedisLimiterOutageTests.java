/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.challenge.limit.Admission;
import io.uptext.challenge.limit.Cap;
import io.uptext.challenge.limit.Limit;
import io.uptext.challenge.limit.MemoryLimiter;
import io.uptext.challenge.limit.Places;
import io.uptext.challenge.limit.Rate;
import io.uptext.challenge.limit.StandbyLimiter;
import io.uptext.challenge.limit.Verdict;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.platform.redis.RedisProperties;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Without Redis the same limits hold in this instance; nobody waits long, and Redis is used again once it is there. */
@ExtendWith(OutputCaptureExtension.class)
class RedisLimiterOutageTests {

    private static final Duration TIMEOUT = Duration.ofMillis(200);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final AtomicInteger CODES = new AtomicInteger();
    private static final Rate RATE = new Rate(Limit.PARTY, "p:acme", 1_000, Duration.ofDays(1));
    private static final Cap CAP = new Cap(Limit.OPEN, "o:one", 3);

    private final int port = Ports.free();
    private final MemoryLimiter memory = new MemoryLimiter(() -> TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));
    private @Nullable RedisLimiter redis;

    private StandbyLimiter connecting() {
        redis = new RedisLimiter(
                new RedisProperties("redis://127.0.0.1:" + port, TIMEOUT, false), memory::counts, Clock.systemUTC());
        return new StandbyLimiter(redis, memory);
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(redis).close();
    }

    @Test
    void away_at_the_start_it_is_used_once_it_is_there(CapturedOutput output) {
        StandbyLimiter limiter = connecting();
        for (int i = 0; i < 100; i++) {
            assertThat(left(limiter.admit(rated()).join())).isEqualTo(999 - i);
        }
        Awaitility.await().until(() -> output.getOut().contains("Redis does not answer"));
        try (RedisServer server = Backends.ownRedis("late", port)) {
            awaitUse(limiter, server);
            assertThat(left(limiter.admit(rated()).join())).isLessThan(900);
        }
        assertThat(output.getOut().split("Redis does not answer", -1)).hasSize(2);
    }

    @Test
    void stopped_and_started_again_without_anything_in_it_the_limits_hold_all_the_time(CapturedOutput output) {
        RedisServer server = Backends.ownRedis("stopped", port);
        StandbyLimiter limiter = connecting();
        awaitUse(limiter, server);
        Admission first = capped();
        assertThat(limiter.admit(first).join()).isInstanceOf(Verdict.Admitted.class);
        server.kill();
        assertThat(limiter.admit(capped()).join()).isInstanceOf(Verdict.Admitted.class);
        assertThat(limiter.admit(capped()).join()).isInstanceOf(Verdict.Admitted.class);
        assertThat(limiter.admit(capped()).join()).isInstanceOf(Verdict.Refused.class);
        try (RedisServer again = Backends.ownRedis("again", port)) {
            awaitUse(limiter, again);
            assertThat(limiter.admit(capped()).join()).isInstanceOf(Verdict.Refused.class);
            limiter.release(new Places(first.destination(), first.challenge(), List.of(CAP.key())));
            assertThat(limiter.admit(capped()).join()).isInstanceOf(Verdict.Admitted.class);
            assertThat(limiter.admit(capped()).join()).isInstanceOf(Verdict.Refused.class);
        }
        assertThat(output.getOut().split("Redis does not answer", -1)).hasSize(2);
        assertThat(output.getOut()).contains("Redis answers again");
    }

    /** Each of a hundred that waited for itself would take twenty seconds. */
    @Test
    void frozen_it_costs_few_of_those_who_ask_one_wait_each() {
        try (RedisServer server = Backends.ownRedis("frozen", port)) {
            StandbyLimiter limiter = connecting();
            awaitUse(limiter, server);
            server.hang();
            long begin = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                assertThat(limiter.admit(rated()).join()).isInstanceOf(Verdict.Admitted.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TIMEOUT.multipliedBy(20));
            server.goOn();
            awaitUse(limiter, server);
        }
    }

    @Test
    void a_redis_that_refuses_decides_nothing_and_its_words_are_not_in_the_log(CapturedOutput output) {
        try (RedisServer server = Backends.ownRedis("full", port)) {
            StandbyLimiter limiter = connecting();
            awaitUse(limiter, server);
            assertThat(output.getOut()).doesNotContain("Redis");
            server.say("CONFIG SET maxmemory 1");
            for (int i = 0; i < 3; i++) {
                assertThat(limiter.admit(capped()).join()).isInstanceOf(Verdict.Admitted.class);
            }
            assertThat(limiter.admit(capped()).join()).isInstanceOf(Verdict.Refused.class);
            server.say("CONFIG SET maxmemory 0");
            awaitUse(limiter, server);
        }
        assertThat(output.getOut()).contains("Redis does not answer").doesNotContain("OOM", "uptext:limit");
    }

    /** It has counted something new. */
    private static void awaitUse(StandbyLimiter limiter, RedisServer server) {
        server.say("DEL uptext:limit:{outage}:p:acme");
        Awaitility.await().atMost(SOON).until(() -> {
            limiter.admit(rated()).join();
            return server.say("EXISTS uptext:limit:{outage}:p:acme").contains("1");
        });
    }

    private static long left(Verdict verdict) {
        return ((Verdict.Admitted) verdict).standings().getFirst().left();
    }

    private static Admission rated() {
        return admission(List.of(RATE), List.of());
    }

    private static Admission capped() {
        return admission(List.of(), List.of(CAP));
    }

    private static Admission admission(List<Rate> rates, List<Cap> caps) {
        int number = CODES.incrementAndGet();
        CodeKey code = new CodeKey("%016x".formatted(number * 0x9e3779b97f4a7c15L) + "0".repeat(48));
        return new Admission("outage", "chl_" + number, false, 0, code, Duration.ofMinutes(3), rates, caps);
    }
}
