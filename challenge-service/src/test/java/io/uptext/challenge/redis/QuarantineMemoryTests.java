/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What docs/adr/0026 says that a code in quarantine costs. */
class QuarantineMemoryTests {

    /** A sixteenth of a day of a hundred a second: those of a sixteenth of the sets. */
    private static final int CODES = 540_000;

    private static final int SEED = 26;
    private static final int AT_ONCE = 10_000;
    private static final int MOST_BYTES = 8;

    @Test
    void a_code_costs_few_bytes_where_there_are_many() {
        Quarantine quarantine = new Quarantine(Clock.fixed(Instant.parse("2027-01-01T12:00:00Z"), ZoneOffset.UTC));
        SplittableRandom random = new SplittableRandom(SEED);
        try (RedisServer server = Backends.ownRedis("quarantine", Ports.free());
                RedisClient client = RedisClient.create(server.uri());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.setAutoFlushCommands(false);
            double before = used(server);
            for (int i = 0; i < CODES; i += AT_ONCE) {
                List<RedisFuture<?>> sent = new ArrayList<>();
                for (int j = 0; j < AT_ONCE; j++) {
                    byte[] bytes = new byte[32];
                    random.nextBytes(bytes);
                    bytes[0] &= 0x0f;
                    CodeKey code = new CodeKey(HexFormat.of().formatHex(bytes));
                    List<String> keys = new ArrayList<>();
                    quarantine.addKeys(keys, "uptext:limit:{%032d}:".formatted(0), code);
                    sent.add(connection.async().sadd(keys.getFirst(), Quarantine.member(code)));
                    sent.add(connection.async().expire(keys.getFirst(), Quarantine.KEPT));
                }
                connection.flushCommands();
                sent.forEach(each -> each.toCompletableFuture().join());
            }
            double bytes = (used(server) - before) / CODES;
            System.getLogger("io.uptext.challenge")
                    .log(System.Logger.Level.INFO, "seed {0}: {1} bytes for a code in quarantine", SEED, bytes);
            assertThat(bytes).isLessThan(MOST_BYTES);
        }
    }

    private static long used(RedisServer server) {
        return server.say("INFO memory")
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring("used_memory:".length()).strip()))
                .findFirst()
                .orElseThrow();
    }
}
