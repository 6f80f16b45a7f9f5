/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.uptext.platform.redis.RedisProperties;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.join.JoinStoreContract;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The rights that our page about Redis asks for are enough. */
class RedisRightsJoinStoreTests extends JoinStoreContract {

    private static RedisServer server;
    private static RedisConnections connections;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                RedisServer.installed("redis-server").isPresent(),
                "rights like these need a redis-server 7 on the PATH");
        server = Backends.ownRedis("rights", Ports.free());
        var _ = server.say(DocumentedRights.lines().getFirst());
        connections = new RedisConnections(
                new RedisProperties(DocumentedRights.in(server.uri()), Duration.ofSeconds(10), false));
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
