/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.uptext.platform.redis.RedisProperties;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.RedisCluster;
import io.uptext.testkit.backend.RedisServer;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.join.JoinStoreContract;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** Slots in a Redis Cluster, with the rights that our page about Redis asks for. */
class RedisClusterJoinStoreTests extends JoinStoreContract {

    private static RedisCluster cluster;
    private static RedisConnections connections;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                RedisServer.installed("redis-server").isPresent(), "a cluster needs a redis-server 7 on the PATH");
        cluster = Backends.ownRedisCluster();
        DocumentedRights.lines().forEach(cluster::sayToAll);
        connections = new RedisConnections(
                new RedisProperties(DocumentedRights.in(cluster.uri()), Duration.ofSeconds(10), true));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            connections.close();
            cluster.close();
        }
    }

    @Override
    protected JoinStore instance() {
        return new RedisJoinStore(connections.redis(), 1000);
    }

    @Override
    protected void lose() {
        cluster.sayToAll("FLUSHALL");
    }
}
