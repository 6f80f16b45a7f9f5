/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same as the user that our page about Redis asks for. */
class RedisRightsTicketStoreTests extends RedisTicketStoreTests {

    private static final Path PAGE = Path.of("..", "docs", "operations", "redis.md");
    private static final RedisServer SERVER = Backends.ownRedis("ticket-rights", Ports.free());

    @BeforeAll
    static void makeUser() throws IOException {
        String line = Files.readAllLines(PAGE).stream()
                .filter(each -> each.startsWith("ACL SETUSER uptext-notifier "))
                .findFirst()
                .orElseThrow();
        SERVER.say(line);
        // What only the test does: to look.
        SERVER.say("ACL SETUSER uptext-notifier +exists +get +pttl");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    String uri() {
        return SERVER.uri().replace("//", "//uptext-notifier:password@");
    }
}
