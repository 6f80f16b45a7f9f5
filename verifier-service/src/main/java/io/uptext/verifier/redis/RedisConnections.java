/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.uptext.platform.redis.RedisProperties;
import java.time.Duration;
import java.util.Arrays;

/** Connections to one Redis, to the master that sentinels name, or to a cluster, as the settings say. */
public final class RedisConnections implements AutoCloseable {

    private static final int LATEST_CALLS = 10;
    private static final int FEWEST_CALLS = 5;
    private static final float MOST_FAILURES_PERCENT = 50;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(1);
    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(10);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final RedisProperties properties;
    private final AbstractRedisClient client;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "redis",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(LATEST_CALLS)
                    .minimumNumberOfCalls(FEWEST_CALLS)
                    .failureRateThreshold(MOST_FAILURES_PERCENT)
                    .waitDurationInOpenState(LEFT_ALONE)
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .build());

    /** Connects as configured, when asked to. */
    public RedisConnections(RedisProperties properties) {
        this.properties = properties;
        this.client = properties.cluster() ? clusterClient(properties) : client(properties);
    }

    private static AbstractRedisClient client(RedisProperties properties) {
        RedisClient client = RedisClient.create(uri(properties.uri()));
        client.setOptions(options(ClientOptions.builder(), properties).build());
        return client;
    }

    private static AbstractRedisClient clusterClient(RedisProperties properties) {
        RedisClusterClient client =
                RedisClusterClient.create(Arrays.stream(properties.uri().split(","))
                        .map(String::strip)
                        .map(RedisConnections::uri)
                        .toList());
        ClusterClientOptions.Builder options = ClusterClientOptions.builder()
                .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        .enablePeriodicRefresh(TOPOLOGY_REFRESH)
                        .build());
        options(options, properties);
        client.setOptions(options.build());
        return client;
    }

    /** Lettuce's own patience with a server that takes connections and says nothing is a minute. */
    private static RedisURI uri(String text) {
        try {
            RedisURI uri = RedisURI.create(text);
            uri.setTimeout(CONNECT_TIMEOUT);
            uri.getSentinels().forEach(sentinel -> sentinel.setTimeout(CONNECT_TIMEOUT));
            return uri;
        } catch (IllegalArgumentException e) {
            // Without the cause, which quotes the URI with its password.
            throw new IllegalArgumentException("uptext.redis.uri is not a Redis URI");
        }
    }

    /** Commands fail at once while there is no connection: who waits with them would send them in another world. */
    private static ClientOptions.Builder options(ClientOptions.Builder options, RedisProperties properties) {
        return options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build())
                .timeoutOptions(TimeoutOptions.enabled(properties.timeout()));
    }

    /** A connection for one thread. */
    public Redis redis() {
        return new Redis(this::connect, properties.timeout(), breaker);
    }

    private Redis.Connected connect() {
        if (client instanceof RedisClusterClient cluster) {
            // Commands go out at once: one that is sent on to another node, or waits for its connection, comes after
            // our flush.
            StatefulRedisClusterConnection<String, String> connection = cluster.connect();
            return new Redis.Connected(connection, connection.async());
        }
        StatefulRedisConnection<String, String> connection = ((RedisClient) client).connect();
        connection.setAutoFlushCommands(false);
        return new Redis.Connected(connection, connection.async());
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
