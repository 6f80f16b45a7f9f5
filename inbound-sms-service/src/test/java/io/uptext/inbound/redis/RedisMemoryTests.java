/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.MessageMemory;
import io.uptext.inbound.receive.MessageMemoryContract;
import io.uptext.inbound.receive.NonceMemory;
import io.uptext.inbound.receive.NonceMemoryContract;
import io.uptext.testkit.backend.Backends;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The memory in a real Redis keeps the contracts, and forgets in time. */
class RedisMemoryTests {

    private static final EventLoops LOOPS = new EventLoops();

    private static final Duration PATIENT = Duration.ofSeconds(5);
    private static final long LIFE_OF_A_NONCE = Duration.ofHours(24).toSeconds();

    /** Not past for long, so that Redis does not drop its set at once. */
    private static final LocalDate DAY = LocalDate.of(2101, 3, 1);

    private static Redis redis;
    private static RedisClient client;

    @BeforeAll
    static void connect() {
        redis = new Redis(Backends.redis().uri(), PATIENT, LOOPS);
        client = RedisClient.create(Backends.redis().uri());
    }

    @AfterAll
    static void disconnect() {
        redis.close();
        LOOPS.close();
        client.shutdown(Duration.ZERO, PATIENT);
    }

    /** Seconds that the one key with this in its name has left. */
    private static long secondsLeft(String part) {
        try (var connection = client.connect()) {
            RedisCommands<String, String> commands = connection.sync();
            List<String> keys = commands.keys("*" + part + "*");
            assertThat(keys).hasSize(1);
            return commands.ttl(keys.getFirst());
        }
    }

    @Nested
    class Messages extends MessageMemoryContract {
        @Override
        protected MessageMemory memory() {
            return new RedisMessageMemory(redis, LOOPS, Clock.systemUTC());
        }

        @Test
        void aMessageIsKnownOnItsDayAndOnTheNext() {
            MessageId message = anyMessage();
            at(DAY, LocalTime.MIN).remember(message);

            assertThat(isKnown(message, DAY, LocalTime.MIN)).isTrue();
            assertThat(isKnown(message, DAY, LocalTime.MAX)).isTrue();
            assertThat(isKnown(message, DAY.plusDays(1), LocalTime.MIN)).isTrue();
            assertThat(isKnown(message, DAY.plusDays(1), LocalTime.MAX)).isTrue();
            assertThat(isKnown(message, DAY.plusDays(2), LocalTime.of(0, 6))).isFalse();
        }

        @Test
        void clocksMayBeFiveMinutesApart() {
            MessageId message = anyMessage();
            at(DAY, LocalTime.MIN).remember(message);

            assertThat(isKnown(message, DAY.minusDays(1), LocalTime.of(23, 54))).isFalse();
            assertThat(isKnown(message, DAY.minusDays(1), LocalTime.of(23, 56))).isTrue();
            assertThat(isKnown(message, DAY.plusDays(2), LocalTime.of(0, 4))).isTrue();
        }

        @Test
        void messagesOfTwoDaysAreKnownTogether() {
            MessageId yesterdays = anyMessage();
            MessageId todays = anyMessage();
            at(DAY.minusDays(1), LocalTime.NOON).remember(yesterdays);
            at(DAY, LocalTime.NOON).remember(todays);

            assertThat(at(DAY, LocalTime.NOON)
                            .durable(List.of(anyMessage(), yesterdays, anyMessage(), todays))
                            .join())
                    .containsExactlyInAnyOrder(yesterdays, todays);
        }

        @Test
        void aSetIsDroppedByRedisOnceItIsLongOver() {
            at(DAY, LocalTime.NOON).remember(anyMessage());
            long dropped = DAY.plusDays(3).atStartOfDay(ZoneOffset.UTC).toEpochSecond();

            try (var connection = client.connect()) {
                RedisCommands<String, String> commands = connection.sync();
                long before = Long.parseLong(commands.time().getFirst());
                long left = commands.pttl("uptext:inbound:durable:" + DAY) / 1000;
                long after = Long.parseLong(commands.time().getFirst());
                assertThat(dropped).isBetween(before + left, after + left + 2);
            }
        }

        @Test
        void aSetThatIsOverIsDroppedByTheFirstWhoRemembersOnANewDay() {
            LocalDate day = DAY.plusDays(10);
            at(day, LocalTime.NOON).remember(anyMessage());
            at(day.plusDays(2), LocalTime.of(0, 4)).remember(anyMessage());
            assertThat(isThere(day)).isTrue();
            MessageMemory later = at(day.plusDays(2), LocalTime.NOON);

            later.remember(anyMessage());

            assertThat(isThere(day)).isFalse();
            assertThat(isThere(day.plusDays(2))).isTrue();
        }

        private static boolean isKnown(MessageId message, LocalDate day, LocalTime time) {
            return at(day, time).durable(List.of(message)).join().contains(message);
        }

        private static MessageMemory at(LocalDate day, LocalTime time) {
            Clock clock = Clock.fixed(day.atTime(time).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            return new RedisMessageMemory(redis, LOOPS, clock);
        }

        private static boolean isThere(LocalDate day) {
            try (var connection = client.connect()) {
                return connection.sync().exists("uptext:inbound:durable:" + day) == 1;
            }
        }
    }

    @Nested
    class Nonces extends NonceMemoryContract {
        @Override
        protected NonceMemory memory() {
            return new RedisNonceMemory(redis);
        }

        @Test
        void aNonceIsForgottenADayAfterItsFirstUse() {
            String nonce = anyNonce();
            assertThat(memory().claim(ACME, nonce, "a-request-of-its-own").join())
                    .isEqualTo(NonceMemory.Claim.FITS);
            long left = secondsLeft(Signatures.sha256Hex(nonce.getBytes(UTF_8)));

            assertThat(left).isBetween(LIFE_OF_A_NONCE - 60, LIFE_OF_A_NONCE);
        }
    }
}
