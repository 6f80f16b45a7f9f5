/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static io.lettuce.core.codec.StringCodec.UTF8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.NonceMemory.Claim;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Without Redis, messages and parts pass (fail open) and nonces do not (fail closed); nobody waits long, and it comes back. */
@ExtendWith(OutputCaptureExtension.class)
class RedisOutageTests {

    private static final EventLoops LOOPS = new EventLoops();

    private static final Duration TIMEOUT = Duration.ofMillis(200);
    private static final ConnectorId ACME = new ConnectorId("acme");
    private static final CodeKey SENDER = new CodeKey("5e".repeat(32));
    private static final MessageId KNOWN = MessageId.of(ACME, "known");

    /** Less than a second try after {@link #TIMEOUT}, more than a busy machine takes for nothing. */
    private static final Duration ONE_WAIT = Duration.ofMillis(380);

    private final int port = Ports.free();

    @AfterAll
    static void end() {
        LOOPS.close();
    }

    @Test
    void awayAtTheStartItIsUsedOnceItIsThere() {
        try (Redis redis = new Redis("redis://127.0.0.1:" + port, TIMEOUT, LOOPS)) {
            assertNothingIsRemembered(redis);
            try (RedisServer _ = Backends.ownRedis("late", port)) {
                awaitMemory(redis);
            }
        }
    }

    @Test
    void stoppedAndStartedAgainItIsUsedAgain() {
        RedisServer server = Backends.ownRedis("restarted", port);
        try (Redis redis = new Redis(server.uri(), TIMEOUT, LOOPS)) {
            awaitMemory(redis);
            server.close();
            assertNothingIsRemembered(redis);
            try (RedisServer _ = Backends.ownRedis("restarted", port)) {
                awaitMemory(redis);
            }
        }
    }

    @Test
    void frozenItCostsOneWaitAndIsUsedAgainOnceItGoesOn() throws Exception {
        try (RedisServer server = Backends.ownRedis("frozen", port);
                Redis redis = new Redis(server.uri(), TIMEOUT, LOOPS)) {
            awaitMemory(redis);
            signal(server, "STOP");
            try {
                assertNothingIsRemembered(redis);
            } finally {
                signal(server, "CONT");
            }
            awaitMemory(redis);
        }
    }

    @Test
    void aSetThatCouldNotBeDroppedIsDroppedLater() {
        LocalDate day = LocalDate.of(2101, 3, 1);
        try (Redis redis = new Redis("redis://127.0.0.1:" + port, TIMEOUT, LOOPS)) {
            RedisMessageMemory later = at(day.plusDays(2), redis);
            later.remember(KNOWN);
            try (RedisServer _ = Backends.ownRedis("sweep", port)) {
                awaitMemory(redis);
                at(day, redis).remember(KNOWN);
                assertThat(at(day, redis).durable(List.of(KNOWN)).join()).containsExactly(KNOWN);

                later.remember(KNOWN);

                assertThat(at(day, redis).durable(List.of(KNOWN)).join()).isEmpty();
            }
        }
    }

    @Test
    void whatIsRememberedMeanwhileDoesNotHideThatASetCouldNotBeDropped() throws Exception {
        LocalDate day = LocalDate.of(2101, 3, 1);
        try (RedisServer server = Backends.ownRedis("frozen-sweep", port);
                Redis redis = new Redis(server.uri(), TIMEOUT, LOOPS)) {
            awaitMemory(redis);
            RedisMessageMemory later = at(day.plusDays(2), redis);
            signal(server, "STOP");
            try {
                later.remember(KNOWN);
                later.remember(KNOWN);
                assertThat(later.durable(List.of(KNOWN)).join()).isEmpty();
            } finally {
                signal(server, "CONT");
            }
            awaitMemory(redis);
            at(day, redis).remember(KNOWN);
            assertThat(at(day, redis).durable(List.of(KNOWN)).join()).containsExactly(KNOWN);

            later.remember(KNOWN);

            assertThat(at(day, redis).durable(List.of(KNOWN)).join()).isEmpty();
        }
    }

    private static RedisMessageMemory at(LocalDate day, Redis redis) {
        Clock noon = Clock.fixed(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new RedisMessageMemory(redis, LOOPS, noon);
    }

    @Test
    void somethingThatAcceptsAndNeverAnswersIsNoRedis() throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
                Redis redis = new Redis("redis://127.0.0.1:" + socket.getLocalPort(), TIMEOUT, LOOPS)) {
            assertNothingIsRemembered(redis);
        }
    }

    @Test
    void aNoIsAnAnswerAndCostsNoConnection(CapturedOutput output) {
        try (RedisServer _ = Backends.ownRedis("full", port, "--maxmemory", "1");
                Redis redis = new Redis("redis://127.0.0.1:" + port, TIMEOUT, LOOPS)) {
            for (int i = 0; i < 100; i++) {
                assertThat(claim(redis)).isEqualTo(Claim.UNKNOWN);
            }
            // Reading is possible all the time, so the connection has not been given up.
            assertThat(redis.ask(Scripts.call(
                                    "return redis.call('EXISTS', KEYS[1])", new IntegerOutput<>(UTF8), List.of("key")))
                            .join())
                    .contains(0L);
            assertThat(redis.ask(new Command<>(
                                    CommandType.CONFIG,
                                    new StatusOutput<>(UTF8),
                                    new CommandArgs<>(UTF8)
                                            .add("SET")
                                            .add("maxmemory")
                                            .add("0")))
                            .join())
                    .contains("OK");
            assertThat(claim(redis)).isEqualTo(Claim.FITS);
        }
        assertThat(output).containsOnlyOnce("Redis has refused a command: OOM");
    }

    @Test
    void anOutageIsToldOnceAndItsEndToo(CapturedOutput output) {
        try (Redis redis = new Redis("redis://127.0.0.1:" + port, TIMEOUT, LOOPS)) {
            for (int i = 0; i < 100; i++) {
                assertThat(claim(redis)).isEqualTo(Claim.UNKNOWN);
            }
            try (RedisServer _ = Backends.ownRedis("told", port)) {
                awaitMemory(redis);
            }
        }
        assertThat(output)
                .containsOnlyOnce("Redis does not answer")
                .containsOnlyOnce("Redis answers again")
                .doesNotContain(KNOWN.value());
    }

    /** Asks 300 times: of all of them together at most one waits. */
    private static void assertNothingIsRemembered(Redis redis) {
        RedisMessageMemory messages = new RedisMessageMemory(redis, LOOPS, Clock.systemUTC());
        RedisPartMemory parts = new RedisPartMemory(redis);
        long begun = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            messages.remember(KNOWN);
            assertThat(messages.durable(List.of(KNOWN)).join()).isEmpty();
            assertThat(parts.add(SENDER, "place", new Part("7", 2, 1 + i % 2), "text")
                            .join())
                    .isEmpty();
            assertThat(claim(redis)).isEqualTo(Claim.UNKNOWN);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(ONE_WAIT);
    }

    private static void awaitMemory(Redis redis) {
        RedisMessageMemory messages = new RedisMessageMemory(redis, LOOPS, Clock.systemUTC());
        patiently().until(() -> claim(redis) == Claim.FITS);
        messages.remember(KNOWN);
        patiently().until(() -> messages.durable(List.of(KNOWN)).join().contains(KNOWN));
        String place = UUID.randomUUID().toString();
        RedisPartMemory parts = new RedisPartMemory(redis);
        assertThat(parts.add(SENDER, place, new Part("7", 2, 1), "a").join()).isEmpty();
        assertThat(parts.add(SENDER, place, new Part("7", 2, 2), "b").join()).contains(List.of("a", "b"));
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(10));
    }

    private static Claim claim(Redis redis) {
        return new RedisNonceMemory(redis)
                .claim(ACME, UUID.randomUUID().toString(), "digest")
                .join();
    }

    private static void signal(RedisServer server, String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder(
                        "kill", "-" + name, Long.toString(server.process().pid()))
                .start();
        assertThat(kill.waitFor()).isZero();
    }
}
