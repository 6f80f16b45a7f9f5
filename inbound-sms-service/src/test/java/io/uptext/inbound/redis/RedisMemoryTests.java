/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.MessageMemory;
import io.uptext.inbound.receive.MessageMemoryContract;
import io.uptext.inbound.receive.NonceMemory;
import io.uptext.inbound.receive.NonceMemoryContract;
import io.uptext.inbound.receive.PartMemory;
import io.uptext.inbound.receive.PartMemoryContract;
import io.uptext.testkit.backend.Backends;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The memory in a real Redis keeps the contracts, and forgets in time. */
class RedisMemoryTests {

    private static final EventLoops LOOPS = new EventLoops();

    private static final Duration PATIENT = Duration.ofSeconds(5);
    private static final long DAY = Duration.ofHours(24).toSeconds();
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
            return new RedisMessageMemory(redis);
        }

        @Test
        void aMessageIsForgottenAfterADay() {
            MessageId message = anyMessage();
            memory().remember(message);

            assertThat(memory().durable(List.of(message)).join()).containsExactly(message);
            assertThat(secondsLeft(message.value())).isBetween(DAY - 60, DAY);
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

            assertThat(left).isBetween(DAY - 60, DAY);
        }
    }

    @Nested
    class Parts extends PartMemoryContract {
        @Override
        protected PartMemory memory() {
            return new RedisPartMemory(redis);
        }

        @Test
        void partsAreForgottenWhenNoChallengeCanBeValidAnyMore() {
            String message = anyMessage();
            assertThat(memory().add(message, new Part("7", 2, 1), "text").join())
                    .isEmpty();

            assertThat(secondsLeft(message)).isBetween(Validity.LONGEST.toSeconds() - 60, Validity.LONGEST.toSeconds());
        }
    }
}
