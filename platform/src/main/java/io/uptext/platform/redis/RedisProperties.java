/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Redis is.
 *
 * @param uri a Redis URI, {@code redis://} or {@code rediss://} for TLS
 * @param timeout how long a command may take before it counts as failed
 */
@ConfigurationProperties("uptext.redis")
public record RedisProperties(
        @DefaultValue("redis://127.0.0.1:6379") String uri,
        @DefaultValue("500ms") Duration timeout) {

    public RedisProperties {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("uptext.redis.timeout must be longer than 0");
        }
    }
}
