/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import io.lettuce.core.RedisClient;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.receive.MessageMemory;
import io.uptext.inbound.receive.MessageMemoryContract;
import io.uptext.inbound.receive.NonceMemory;
import io.uptext.inbound.receive.NonceMemoryContract;
import io.uptext.inbound.receive.PartMemory;
import io.uptext.inbound.receive.PartMemoryContract;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The keys of each command lie in one slot, so that slots may live on several servers: a server in cluster mode refuses anything else. */
class RedisClusterTests {

    private static final EventLoops LOOPS = new EventLoops();

    private static final Duration PATIENT = Duration.ofSeconds(5);
    private static final int SLOTS = 16_384;
    private static final int HIGHEST_PORT = 55_000;
    private static RedisServer server;
    private static Redis redis;

    @BeforeAll
    static void start() {
        server = Backends.ownRedis("cluster", port(), "--cluster-enabled", "yes");
        RedisClient client = RedisClient.create(server.uri());
        try (var connection = client.connect()) {
            connection.sync().clusterAddSlots(IntStream.range(0, SLOTS).toArray());
            Awaitility.await().until(() -> connection.sync().clusterInfo().contains("cluster_state:ok"));
        } finally {
            client.shutdown(Duration.ZERO, PATIENT);
        }
        redis = new Redis(server.uri(), PATIENT, LOOPS);
    }

    /** A server in cluster mode also takes the port 10,000 above its own. */
    private static int port() {
        return IntStream.generate(Ports::free)
                .filter(port -> port < HIGHEST_PORT)
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        redis.close();
        LOOPS.close();
        server.close();
    }

    @Nested
    class Messages extends MessageMemoryContract {
        @Override
        protected MessageMemory memory() {
            return new RedisMessageMemory(redis, LOOPS, Clock.systemUTC());
        }
    }

    @Nested
    class Nonces extends NonceMemoryContract {
        @Override
        protected NonceMemory memory() {
            return new RedisNonceMemory(redis);
        }
    }

    @Nested
    class Parts extends PartMemoryContract {
        @Override
        protected PartMemory memory() {
            return new RedisPartMemory(redis);
        }
    }
}
