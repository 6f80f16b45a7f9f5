/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.RedisCluster;
import org.junit.jupiter.api.AfterAll;

/** The same on a Redis Cluster. */
class RedisClusterTicketStoreTests extends RedisTicketStoreTests {

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
