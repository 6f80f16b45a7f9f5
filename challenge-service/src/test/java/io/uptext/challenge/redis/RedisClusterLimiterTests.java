/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.redis;

import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.RedisCluster;
import org.junit.jupiter.api.AfterAll;

/** The same on a Redis Cluster, whose keys lie in one slot for each destination. */
class RedisClusterLimiterTests extends RedisLimiterTests {

    private static final RedisCluster CLUSTER = Backends.ownRedisCluster();

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    @Override
    String uri() {
        return CLUSTER.uri();
    }

    @Override
    boolean isCluster() {
        return true;
    }
}
