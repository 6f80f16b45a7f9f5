/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import io.uptext.platform.redis.RedisClients;
import io.uptext.platform.redis.RedisProperties;
import io.uptext.testkit.backend.Backends;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisTicketStoreTests extends TicketStoreContract {

    /** Longer than a busy machine holds a test up; how short it is in earnest is for the outage tests. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final RedisTicketStore here = new RedisTicketStore(properties());
    private final RedisTicketStore there = new RedisTicketStore(properties());
    private final AbstractRedisClient looking = RedisClients.of(properties());

    String uri() {
        return Backends.redis().uri();
    }

    boolean isCluster() {
        return false;
    }

    private RedisProperties properties() {
        return new RedisProperties(uri(), TIMEOUT, isCluster());
    }

    @BeforeEach
    void awaitConnections() {
        for (RedisTicketStore store : new RedisTicketStore[] {here, there}) {
            Awaitility.await()
                    .until(() -> !store.take(drawn()).toCompletableFuture().isCompletedExceptionally());
        }
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        looking.shutdown();
    }

    @Override
    TicketStore here() {
        return here;
    }

    @Override
    TicketStore there() {
        return there;
    }

    @Override
    boolean isGone(Ticket ticket) {
        return commands().exists("uptext:ticket:" + ticket.hash()) == 0;
    }

    @Test
    void redis_has_hashes_only_and_no_longer_than_the_ticket_is_good() {
        Ticket ticket = drawn();
        put(ticket, LONG);
        String key = "uptext:ticket:" + ticket.hash();
        assertThat(commands().pttl(key)).isBetween(1L, LONG.toMillis());
        assertThat(commands().get(key)).doesNotContain("upw_", "upt_").hasSize(43);
        assertThat(key).doesNotContain(ticket.reveal().substring(4));
    }

    private RedisClusterCommands<String, String> commands() {
        return looking instanceof RedisClusterClient cluster
                ? cluster.connect().sync()
                : ((RedisClient) looking).connect().sync();
    }
}
