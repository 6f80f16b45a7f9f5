/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.redis;

import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The same on a Valkey, where one is installed. */
class ValkeyLimiterTests extends RedisLimiterTests {

    private static RedisServer server;

    @BeforeAll
    static void start() {
        var valkey = RedisServer.installed("valkey-server");
        Assumptions.assumeTrue(valkey.isPresent(), "no valkey-server on the PATH");
        server = Backends.ownRedisOf(valkey.orElseThrow());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    String uri() {
        return server.uri();
    }
}
