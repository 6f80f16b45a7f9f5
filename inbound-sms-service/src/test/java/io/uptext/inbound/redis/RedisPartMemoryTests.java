/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Validity;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.PartMemory;
import io.uptext.inbound.receive.PartMemoryContract;
import io.uptext.testkit.backend.Backends;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Parts in a real Redis: the contract, and that they are forgotten in time. */
class RedisPartMemoryTests extends PartMemoryContract {

    private static final EventLoops LOOPS = new EventLoops();

    private static final Duration PATIENT = Duration.ofSeconds(5);

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

    @Override
    protected PartMemory memory() {
        return new RedisPartMemory(redis);
    }

    @Test
    void partsAreForgottenWhenNoChallengeCanBeValidAnyMore() {
        CodeKey sender = anySender();
        String place = anyPlace();
        keep(sender, place);

        try (var connection = client.connect()) {
            assertThat(connection.sync().ttl(messagesOf(sender) + ":" + place))
                    .isBetween(Validity.LONGEST.toSeconds() - 60, Validity.LONGEST.toSeconds());
        }
    }

    @Test
    void theMessagesOfASenderAreForgottenWithTheLastOfThem() {
        CodeKey sender = anySender();
        String first = anyPlace();
        String last = anyPlace();
        keep(sender, first);
        keep(sender, last);

        try (var connection = client.connect()) {
            RedisCommands<String, String> commands = connection.sync();
            long now = Long.parseLong(commands.time().getFirst()) * 1000;
            assertThat(commands.zrange(messagesOf(sender), 0, -1)).containsExactlyInAnyOrder(first, last);
            double forgotten = commands.zscore(messagesOf(sender), last);
            assertThat(forgotten).isBetween(now + life() - 60_000.0, now + life() + 1_000.0);
            assertThat((double) commands.pttl(messagesOf(sender))).isBetween(life() - 60_000.0, (double) life());
            assertThat((double) commands.pttl(messagesOf(sender) + ":" + last))
                    .isBetween(life() - 60_000.0, (double) life());
        }
    }

    @Test
    void whatIsForgottenDoesNotCount() {
        CodeKey sender = anySender();
        String forgotten = anyPlace();
        String oneMore = anyPlace();
        keep(sender, forgotten);
        Stream.generate(PartMemoryContract::anyPlace)
                .limit(PartMemory.MOST_OF_A_SENDER - 1)
                .forEach(place -> keep(sender, place));
        keep(sender, oneMore);
        assertThat(complete(sender, oneMore)).as("while all are kept").isEmpty();

        try (var connection = client.connect()) {
            RedisCommands<String, String> commands = connection.sync();
            long now = Long.parseLong(commands.time().getFirst()) * 1000;
            commands.zadd(messagesOf(sender), now - 1.0, forgotten);
            commands.del(messagesOf(sender) + ":" + forgotten);
        }

        keep(sender, oneMore);
        assertThat(complete(sender, oneMore)).contains("ab");
        keep(sender, forgotten);
        assertThat(complete(sender, forgotten))
                .as("in whose stead another is kept")
                .isEmpty();
    }

    private void keep(CodeKey sender, String place) {
        assertThat(memory().add(sender, place, new Part("7", 2, 1), "a").join()).isEmpty();
    }

    private Optional<String> complete(CodeKey sender, String place) {
        return memory().add(sender, place, new Part("7", 2, 2), "b").join().map(parts -> String.join("", parts));
    }

    private static String messagesOf(CodeKey sender) {
        return "uptext:inbound:parts:{" + sender + "}";
    }

    private static long life() {
        return Validity.LONGEST.toMillis();
    }
}
