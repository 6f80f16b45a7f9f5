/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.uptext.platform.redis.RedisClients;
import io.uptext.platform.redis.RedisProperties;
import java.time.Duration;

/** Connections to one Redis, to the master that sentinels name, or to a cluster, as the settings say. */
public final class RedisConnections implements AutoCloseable {

    private static final int LATEST_CALLS = 10;
    private static final int FEWEST_CALLS = 5;
    private static final float MOST_FAILURES_PERCENT = 50;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(1);

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
        this.client = RedisClients.of(properties);
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
