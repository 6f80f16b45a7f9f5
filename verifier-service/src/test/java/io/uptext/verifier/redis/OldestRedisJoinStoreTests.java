/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.uptext.platform.redis.RedisProperties;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.RedisServer;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.join.JoinStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Slots in the oldest Redis that we work with. */
class OldestRedisJoinStoreTests extends JoinStoreContract {

    private static RedisServer server;
    private static RedisConnections connections;

    @BeforeAll
    static void start() {
        server = Backends.ownRedisOf(Backends.oldestRedis());
        connections = new RedisConnections(new RedisProperties(server.uri(), Duration.ofSeconds(10), false));
    }

    @AfterAll
    static void stop() {
        connections.close();
        server.close();
    }

    @Override
    protected JoinStore instance() {
        return new RedisJoinStore(connections.redis(), 1000);
    }

    @Override
    protected void lose() {
        var _ = server.say("FLUSHALL");
    }
}
