/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.uptext.platform.redis.RedisProperties;
import io.uptext.testkit.backend.Backends;
import io.uptext.verifier.join.Case;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.join.JoinStoreContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisJoinStoreTests extends JoinStoreContract {

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);

    private static RedisClient client;
    private static RedisConnections connections;

    @BeforeAll
    static void connect() {
        client = RedisClient.create(Backends.redis().uri());
        connections = new RedisConnections(new RedisProperties(Backends.redis().uri(), Duration.ofSeconds(10), false));
    }

    @AfterAll
    static void disconnect() {
        connections.close();
        client.shutdown();
    }

    @Override
    protected JoinStore instance() {
        return new RedisJoinStore(connections.redis(), 1000);
    }

    @Override
    protected void lose() {
        try (var redis = client.connect()) {
            redis.sync().flushall();
        }
    }

    @Test
    void a_slot_that_waits_has_a_deadline_and_every_other_expires_within_half_an_hour() {
        JoinStore store = instance();
        List<Case> cases = List.of(Case.bound(random), Case.bound(random), Case.bound(random));
        var _ = told(store, cases.get(0), cases.get(0).created());
        var _ = told(store, cases.get(1), Case.message(cases.get(1).right()));
        var _ = told(store, cases.get(2), cases.get(2).cancelled());

        try (var redis = client.connect()) {
            for (Case each : cases.subList(0, 2)) {
                assertThat(redis.sync().pttl(Names.slot(key(each)))).isEqualTo(-1);
                assertThat(redis.sync()
                                .zscore(Names.deadlines(partition), key(each).slot()))
                        .isNotNull();
            }
            assertThat(redis.sync().pttl(Names.slot(key(cases.get(2))))).isBetween(1L, LONGEST_LIFE.toMillis());
        }
    }

    @Test
    void no_key_in_redis_holds_a_number_or_a_code() {
        JoinStore store = instance();
        Case asked = Case.bound(random);
        var _ = told(store, asked, asked.created(), Case.message(asked.wrongPhone()));

        try (var redis = client.connect()) {
            List<String> keys = redis.sync().keys("*");
            List<String> members = redis.sync().zrange(Names.deadlines(partition), 0, -1);
            assertThat(keys).contains(Names.slot(key(asked)), Names.deadlines(partition));
            assertThat(keys)
                    .allMatch(key -> key.matches("uptext:\\{[0-9]+}:(deadlines|epoch|[0-9a-f]{32})"))
                    .noneMatch(key -> key.contains(Case.PHONE.digits()))
                    .noneMatch(key -> key.contains(Case.OTHER_PHONE.digits()))
                    .noneMatch(key -> key.contains(asked.challenge().code().normal()));
            assertThat(members).containsExactly(key(asked).slot(), "*");
        }
    }
}
