/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Redis is.
 *
 * @param uri a Redis URI, {@code redis://}, {@code rediss://} for TLS or {@code redis-sentinel://} for a master that
 *     sentinels name; with {@code cluster} some of its nodes, separated by commas
 * @param timeout how long a command may take before it counts as failed
 * @param cluster whether it is a Redis Cluster
 */
@ConfigurationProperties("uptext.redis")
public record RedisProperties(
        @DefaultValue("redis://127.0.0.1:6379") String uri,
        @DefaultValue("200ms") Duration timeout,
        @DefaultValue("false") boolean cluster) {

    public RedisProperties {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("uptext.redis.timeout must be longer than 0");
        }
    }

    /** Without the URI, which may hold a password. */
    @Override
    public String toString() {
        return "RedisProperties[timeout=" + timeout + ", cluster=" + cluster + "]";
    }
}
