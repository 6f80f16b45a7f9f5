/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.uptext.platform.redis.RedisProperties;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.Ports;
import io.uptext.testkit.backend.RedisServer;
import io.uptext.testkit.fault.TcpProxy;
import io.uptext.verifier.join.Applied;
import io.uptext.verifier.join.Case;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store whose Redis does not answer fails soon, says why, leaves it alone for a while, and works again by itself. */
class RedisOutageTests {

    private static final Duration TIMEOUT = Duration.ofMillis(200);
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final Pattern CALLS = Pattern.compile("cmdstat_evalsha:.*rejected_calls=(\\d+)");
    private static final String LEFT_ALONE = "Redis has not answered lately, and is left alone for a moment";

    private final Random random = new Random();
    private final int partition = random.nextInt(1 << 28);

    @Test
    void after_five_failures_in_a_row_no_command_reaches_redis_for_a_second_and_then_one() {
        try (RedisServer server = Backends.ownRedis("forbidden", Ports.free());
                RedisConnections connections = connections(server.uri())) {
            JoinStore store = new RedisJoinStore(connections.redis(), 0);
            store.beginFilling(partition);
            assertThat(store.endFilling(partition)).isTrue();
            for (int i = 0; i < 10; i++) {
                assertThat(apply(store).lost()).isEmpty();
            }
            var _ = server.say("ACL SETUSER default -evalsha");
            for (int i = 0; i < 5; i++) {
                assertThat(failure(store)).isEqualTo("Redis refused: NOPERM");
            }
            long opened = System.nanoTime();

            await().pollInterval(Duration.ofMillis(50)).until(() -> {
                String failure = failure(store);
                assertThat(rejected(server)).isEqualTo(failure.equals(LEFT_ALONE) ? 5 : 6);
                return !failure.equals(LEFT_ALONE);
            });
            assertThat(Duration.ofNanos(System.nanoTime() - opened)).isGreaterThan(Duration.ofMillis(950));
            assertThat(failure(store)).isEqualTo(LEFT_ALONE);
            assertThat(rejected(server)).isEqualTo(6);

            var _ = server.say("ACL SETUSER default +evalsha");
            assertThat(recovered(store).lost()).isEmpty();
        }
    }

    @Test
    void a_server_that_takes_connections_and_says_nothing_costs_no_more_than_seconds() {
        try (RedisServer server = Backends.ownRedis("hung", Ports.free());
                RedisConnections connections = connections(server.uri())) {
            JoinStore store = new RedisJoinStore(connections.redis(), 0);
            server.hang();
            try {
                assertThat(lasting(store)).isLessThan(Duration.ofSeconds(4));
            } finally {
                server.goOn();
            }
            assertThat(recovered(store).lost()).containsExactly(partition);
        }
    }

    @Test
    void a_server_that_hangs_costs_a_timeout_at_a_time() {
        try (RedisServer server = Backends.ownRedis("hung", Ports.free());
                RedisConnections connections = connections(server.uri())) {
            JoinStore store = new RedisJoinStore(connections.redis(), 0);
            assertThat(apply(store).lost()).containsExactly(partition);
            server.hang();
            try {
                assertThat(lasting(store)).isLessThan(TIMEOUT.multipliedBy(4));
            } finally {
                server.goOn();
            }
            assertThat(recovered(store).lost()).containsExactly(partition);
        }
    }

    @Test
    void a_connection_whose_other_end_is_gone_without_a_word_is_replaced() {
        try (RedisServer gone = Backends.ownRedis("gone", Ports.free());
                RedisServer instead = Backends.ownRedis("instead", Ports.free());
                TcpProxy proxy = TcpProxy.to(gone.port());
                RedisConnections connections = connections("redis://127.0.0.1:" + proxy.port())) {
            JoinStore store = new RedisJoinStore(connections.redis(), 0);
            store.beginFilling(partition);
            assertThat(store.endFilling(partition)).isTrue();
            gone.hang();
            proxy.newOnesTo(instead.port());
            try {
                assertThat(recovered(store).lost()).containsExactly(partition);
            } finally {
                gone.goOn();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://:hunter2@localhost",
                "redis://:hunter2@local host",
                "redis-sentinel://:hunter2@localhost",
                ":hunter2@localhost"
            })
    void a_uri_that_is_none_is_refused_at_the_start_without_its_password(String uri) {
        RedisProperties properties = new RedisProperties(uri, TIMEOUT, false);

        assertThatThrownBy(() -> connections(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("uptext.redis.uri is not a Redis URI")
                .hasNoCause();
        assertThat(properties.toString()).doesNotContain("hunter2");
    }

    private static RedisConnections connections(String uri) {
        return new RedisConnections(new RedisProperties(uri, TIMEOUT, false));
    }

    private Applied apply(JoinStore store) {
        Case asked = Case.bound(random);
        return store.apply(Map.of(
                new JoinKey(partition, "%032x".formatted(random.nextLong(Long.MAX_VALUE))), List.of(asked.created())));
    }

    private String failure(JoinStore store) {
        try {
            return "none: " + apply(store);
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private Duration lasting(JoinStore store) {
        long start = System.nanoTime();
        assertThat(failure(store)).startsWith("Redis did not answer: ");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Applied recovered(JoinStore store) {
        return await().atMost(RECOVERY).ignoreExceptions().until(() -> apply(store), _ -> true);
    }

    private static int rejected(RedisServer server) {
        return CALLS.matcher(server.say("INFO commandstats"))
                .results()
                .mapToInt(each -> Integer.parseInt(each.group(1)))
                .findFirst()
                .orElse(0);
    }
}
