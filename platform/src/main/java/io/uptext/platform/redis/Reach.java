/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redis as something that may be away. After some failures in a row its connection is given up, and nobody asks until
 * another one stands, which is sought in the background: an outage costs those who ask just then the time to wait, and nobody
 * after them.
 */
public final class Reach implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Reach.class);

    /** Then the other end may be gone without a word, or be a replica by now. */
    private static final int FAILURES_IN_A_ROW = 2;

    /** Between two attempts to connect. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Executor NOW =
            task -> Thread.ofVirtual().name("redis-connecting").start(task);

    private static final Executor LATER =
            CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS, NOW);

    private final AbstractRedisClient client;
    private final String without;
    private final String again;
    private final AtomicReference<@Nullable Live> live = new AtomicReference<>();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * Begins to connect, and does not wait for it.
     *
     * @param without what happens while it does not answer, for the log: {@code this instance counts by itself}
     * @param again what it does as soon as it answers, for the log: {@code counts}
     */
    public Reach(RedisProperties properties, String without, String again) {
        this.client = RedisClients.of(properties);
        this.without = without;
        this.again = again;
        NOW.execute(this::seek);
    }

    /** A connection, and the commands it takes. */
    public record Live(
            StatefulConnection<String, String> connection,
            RedisClusterAsyncCommands<String, String> commands,
            AtomicInteger failures) {}

    /** The connection, or null while there is none. */
    public @Nullable Live live() {
        return live.get();
    }

    /** It has answered. */
    public void answered(Live by) {
        by.failures().setPlain(0);
        if (away.getPlain() && away.compareAndSet(true, false)) {
            log.info("Redis answers again, and {}", again);
        }
    }

    /** It has not answered in time, or refused. */
    public void failed(Live by, Throwable reason) {
        begins(reason);
        if (by.failures().incrementAndGet() >= FAILURES_IN_A_ROW && live.compareAndSet(by, null)) {
            var _ = by.connection().closeAsync();
            LATER.execute(this::seek);
        }
    }

    /** Of no exception more than its class, since it could quote a command. */
    private void begins(Throwable reason) {
        if (!closed && away.compareAndSet(false, true)) {
            log.warn("Redis does not answer ({}): {}", reason.getClass().getSimpleName(), without);
        }
    }

    private void seek() {
        try {
            if (!closed) {
                live.set(connect());
            }
        } catch (RuntimeException e) {
            begins(e);
            LATER.execute(this::seek);
        }
    }

    private Live connect() {
        if (client instanceof RedisClusterClient cluster) {
            StatefulRedisClusterConnection<String, String> connection = cluster.connect();
            return new Live(connection, connection.async(), new AtomicInteger());
        }
        StatefulRedisConnection<String, String> connection = ((RedisClient) client).connect();
        return new Live(connection, connection.async(), new AtomicInteger());
    }

    @Override
    public void close() {
        closed = true;
        live.set(null);
        client.shutdown(Duration.ZERO, PAUSE);
    }
}
