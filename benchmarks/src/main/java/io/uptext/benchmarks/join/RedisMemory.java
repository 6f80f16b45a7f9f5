/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.uptext.benchmarks.server.Backend;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that Redis has allocated, whatever for. */
public final class RedisMemory {

    private static final Pattern USED = Pattern.compile("(?m)^used_memory:(\\d+)\\s*$");

    private RedisMemory() {}

    /** In bytes, as Redis itself counts. */
    public static long used(Backend backend) {
        RedisClient client = RedisClient.create(backend.redis().uri());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return used(connection.sync().info("memory"));
        } finally {
            client.shutdown();
        }
    }

    /** How many keys it has. */
    public static long keys(Backend backend) {
        RedisClient client = RedisClient.create(backend.redis().uri());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return connection.sync().dbsize();
        } finally {
            client.shutdown();
        }
    }

    static long used(String info) {
        Matcher matcher = USED.matcher(info);
        if (!matcher.find()) {
            throw new IllegalStateException("Redis does not say what memory it uses");
        }
        return Long.parseLong(matcher.group(1));
    }
}
