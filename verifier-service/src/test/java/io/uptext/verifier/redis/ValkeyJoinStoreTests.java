/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.uptext.platform.redis.RedisProperties;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.RedisServer;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.join.JoinStoreContract;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** Slots in a Valkey. */
class ValkeyJoinStoreTests extends JoinStoreContract {

    private static RedisServer server;
    private static RedisConnections connections;

    @BeforeAll
    static void start() {
        Optional<String> valkey = RedisServer.installed("valkey-server");
        Assumptions.assumeTrue(valkey.isPresent(), "no valkey-server on the PATH");
        server = Backends.ownRedisOf(valkey.orElseThrow());
        connections = new RedisConnections(new RedisProperties(server.uri(), Duration.ofSeconds(10), false));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            connections.close();
            server.close();
        }
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
