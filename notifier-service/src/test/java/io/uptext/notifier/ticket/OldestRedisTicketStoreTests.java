/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.RedisServer;
import org.junit.jupiter.api.AfterAll;

/** The same on the oldest Redis that we work with. */
class OldestRedisTicketStoreTests extends RedisTicketStoreTests {

    private static final RedisServer SERVER = Backends.ownRedisOf(Backends.oldestRedis());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    String uri() {
        return SERVER.uri();
    }
}
