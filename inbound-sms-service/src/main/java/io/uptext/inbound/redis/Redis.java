/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redis as something that may be away: it is connected to in the background, and a question that it does not answer in time
 * has no answer. After a silence nobody asks for a second, so that an outage does not cost every delivery the time to wait.
 */
public final class Redis implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Redis.class);
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final RedisClient client;
    private final RedisURI address;
    private final Duration timeout;
    private final AtomicLong silentUntil = new AtomicLong(System.nanoTime() - 1);
    private volatile CompletableFuture<StatefulRedisConnection<String, String>> connection;

    /**
     * Begins to connect, and does not wait for it.
     *
     * @param timeout for an answer
     */
    public Redis(String uri, Duration timeout) {
        this.timeout = timeout;
        this.client = RedisClient.create();
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        this.address = RedisURI.create(uri);
        this.connection = connect();
    }

    private CompletableFuture<StatefulRedisConnection<String, String>> connect() {
        return client.connectAsync(StringCodec.UTF8, address).toCompletableFuture();
    }

    /** The answer to a question, or empty where there is none in time. */
    <T> Optional<T> ask(Function<RedisAsyncCommands<String, String>, RedisFuture<T>> question) {
        if (System.nanoTime() - silentUntil.get() < 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    question.apply(connected().async()).get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | RedisException e) {
            fallSilent(e);
            return Optional.empty();
        }
    }

    /** Sends a command whose answer nobody needs. */
    void tell(Function<RedisAsyncCommands<String, String>, RedisFuture<?>> command) {
        if (System.nanoTime() - silentUntil.get() < 0) {
            return;
        }
        try {
            var _ = command.apply(connected().async());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RedisException e) {
            fallSilent(e);
        }
    }

    /** Tells the class only: an exception could quote a command. */
    private void fallSilent(Exception reason) {
        silentUntil.set(System.nanoTime() + PAUSE);
        log.warn("Redis does not answer ({})", reason.getClass().getSimpleName());
    }

    private StatefulRedisConnection<String, String> connected()
            throws InterruptedException, ExecutionException, TimeoutException {
        if (connection.isCompletedExceptionally()) {
            synchronized (this) {
                if (connection.isCompletedExceptionally()) {
                    connection = connect();
                }
            }
        }
        return connection.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
}
