/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static io.lettuce.core.codec.StringCodec.UTF8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.output.IntegerOutput;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.FirstSights;
import io.uptext.inbound.receive.FirstSightsContract;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** First sights in a real Redis, which is away at times: then each process knows what has come to itself. */
class RedisFirstSightsTests {

    private static final EventLoops LOOPS = new EventLoops();
    private static final Redis REDIS = new Redis(Backends.redis().uri(), Duration.ofSeconds(5), LOOPS);

    private static final ConnectorId ACME = new ConnectorId("acme");
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration PATIENT = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofMillis(200);

    private final String content = UUID.randomUUID().toString();

    @AfterAll
    static void end() {
        REDIS.close();
        LOOPS.close();
    }

    @Nested
    class Contract extends FirstSightsContract {
        @Override
        protected FirstSights sights() {
            return new RedisFirstSights(REDIS);
        }
    }

    @Test
    void whatCameToOneProcessIsKnownToAll() {
        new RedisFirstSights(REDIS).of(ACME, content, NOW, WINDOW).join();

        RedisFirstSights other = new RedisFirstSights(REDIS);
        assertThat(other.of(ACME, content, NOW.plusSeconds(1), WINDOW).join()).isEqualTo(NOW);
        assertThat(other.of(ACME, content, NOW.plusSeconds(2), WINDOW).join()).isEqualTo(NOW);
    }

    @Test
    void itIsKeptForItsWindow() {
        new RedisFirstSights(REDIS).of(ACME, content, NOW, WINDOW).join();

        assertThat(millisLeft(REDIS)).isBetween(WINDOW.toMillis() - PATIENT.toMillis(), WINDOW.toMillis());
    }

    @Test
    void whileRedisIsAwayAProcessKnowsItselfAndAfterwardsItIsTheSame() {
        int port = Ports.free();
        try (Redis redis = new Redis("redis://127.0.0.1:" + port, TIMEOUT, LOOPS)) {
            RedisFirstSights sights = new RedisFirstSights(redis);
            assertThat(sights.of(ACME, content, NOW, WINDOW).join()).isEqualTo(NOW);
            assertThat(sights.of(ACME, content, NOW.plusSeconds(60), WINDOW).join())
                    .isEqualTo(NOW);
            try (RedisServer _ = Backends.ownRedis("sights", port)) {
                Awaitility.await().atMost(PATIENT).until(() -> millisLeft(redis) != NEVER);
                assertThat(sights.of(ACME, content, NOW.plusSeconds(120), WINDOW)
                                .join())
                        .isEqualTo(NOW);
                assertThat(new RedisFirstSights(redis)
                                .of(ACME, content, NOW.plusSeconds(121), WINDOW)
                                .join())
                        .as("to another process, once Redis knows it")
                        .isEqualTo(NOW);
                assertThat(millisLeft(redis))
                        .as("no longer than if it had known it from the beginning")
                        .isBetween(1L, WINDOW.minusSeconds(120).toMillis());
            }
            assertThat(sights.of(ACME, content, NOW.plusSeconds(240), WINDOW).join())
                    .as("away again")
                    .isEqualTo(NOW);
        }
    }

    @Test
    void whatAnotherProcessKnewIsKnownWhenRedisIsAway() {
        int port = Ports.free();
        try (Redis redis = new Redis("redis://127.0.0.1:" + port, TIMEOUT, LOOPS)) {
            RedisFirstSights sights = new RedisFirstSights(redis);
            try (RedisServer _ = Backends.ownRedis("sights-learnt", port)) {
                Awaitility.await().atMost(PATIENT).until(() -> millisLeft(redis) != NEVER);
                new RedisFirstSights(redis).of(ACME, content, NOW, WINDOW).join();
                sights.of(ACME, content, NOW.plusSeconds(1), WINDOW).join();
            }
            assertThat(sights.of(ACME, content, NOW.plusSeconds(2), WINDOW).join())
                    .isEqualTo(NOW);
        }
    }

    /** Where Redis does not answer. */
    private static final long NEVER = Long.MIN_VALUE;

    /** For how long Redis keeps it yet; negative where it does not have it. */
    private long millisLeft(Redis redis) {
        return redis.ask(Scripts.call(
                        "return redis.call('PTTL', KEYS[1])",
                        new IntegerOutput<>(UTF8),
                        List.of("uptext:inbound:sight:acme:" + content)))
                .join()
                .orElse(NEVER);
    }
}
