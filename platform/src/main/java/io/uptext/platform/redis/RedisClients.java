/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;
import java.util.Arrays;

/** Clients of one Redis, of the master that sentinels name, or of a cluster, as the settings say. */
public final class RedisClients {

    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(10);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private RedisClients() {}

    /** A {@link RedisClusterClient} where it is a cluster, otherwise a {@link RedisClient}. It has not connected yet. */
    public static AbstractRedisClient of(RedisProperties properties) {
        return properties.cluster() ? clusterClient(properties) : client(properties);
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
                        .map(RedisClients::uri)
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
}
