/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connection to Redis, for one thread: commands are sent when it flushes, and an answer that does not come in time
 * is a failure. After some failures in a row nobody asks for a while, so that a slow Redis can recover.
 */
public final class Redis implements AutoCloseable {

    /** Then a connection is given up: its other end may be gone without a word, or be a replica by now. */
    private static final int FAILURES_IN_A_ROW = 2;

    /** How an error of Redis begins: what is wrong, without anything that was sent. */
    private static final Pattern ERROR_CODE = Pattern.compile("[A-Z]{2,}\\b");

    private final Supplier<Connected> connecting;
    private final Duration timeout;
    private final CircuitBreaker breaker;
    private @Nullable Connected connected;
    private int failures;
    private boolean answered;

    /** Connects with the first command, so that a service can start while there is no Redis. */
    Redis(Supplier<Connected> connecting, Duration timeout, CircuitBreaker breaker) {
        this.connecting = connecting;
        this.timeout = timeout;
        this.breaker = breaker;
    }

    /** A connection, and the commands it takes. */
    record Connected(
            StatefulConnection<String, String> connection, RedisClusterAsyncCommands<String, String> commands) {}

    private Connected connected() {
        Connected now = connected;
        if (now == null) {
            now = connecting.get();
            connected = now;
        }
        return now;
    }

    RedisClusterAsyncCommands<String, String> commands() {
        return connected().commands();
    }

    void flush() {
        connected().connection().flushCommands();
    }

    /**
     * Does something with Redis, if the breaker permits.
     *
     * @throws IllegalStateException if Redis does not answer, or did not lately
     */
    <T> T guarded(Supplier<T> action) {
        if (!breaker.tryAcquirePermission()) {
            throw new IllegalStateException("Redis has not answered lately, and is left alone for a moment");
        }
        answered = false;
        long start = breaker.getCurrentTimestamp();
        try {
            T done = action.get();
            if (answered) {
                breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
            } else {
                // What was only sent says nothing about Redis.
                breaker.releasePermission();
            }
            return done;
        } catch (RuntimeException e) {
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), e);
            throw counted(e);
        }
    }

    private RuntimeException counted(RuntimeException failure) {
        failures++;
        Connected old = connected;
        if (failures >= FAILURES_IN_A_ROW && old != null) {
            connected = null;
            var _ = old.connection().closeAsync();
        }
        return failure instanceof RedisException ofRedis ? failed(ofRedis) : failure;
    }

    /**
     * Asks whether it is there, also while the breaker leaves it alone.
     *
     * @throws IllegalStateException if it does not answer
     */
    public void ping() {
        try {
            RedisFuture<String> pong = commands().ping();
            flush();
            await(pong);
        } catch (RuntimeException e) {
            throw counted(e);
        }
    }

    <T> T await(Script.Call<T> call) {
        try {
            return answer(call.answer());
        } catch (ExecutionException e) {
            if (!Script.Call.isUnknown(e.getCause())) {
                throw failed(causeOf(e));
            }
            RedisFuture<T> again = call.whole().send();
            flush();
            return await(again);
        }
    }

    <T> T await(RedisFuture<T> future) {
        try {
            return answer(future);
        } catch (ExecutionException e) {
            throw failed(causeOf(e));
        }
    }

    private <T> T answer(RedisFuture<T> future) throws ExecutionException {
        try {
            T answer = Objects.requireNonNull(future.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
            answered = true;
            failures = 0;
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Redis answered", e);
        } catch (TimeoutException e) {
            throw failed(e);
        }
    }

    private static Throwable causeOf(ExecutionException e) {
        @Nullable Throwable cause = e.getCause();
        return cause == null ? e : cause;
    }

    /** Without its message, which may quote a command's arguments. */
    private static IllegalStateException failed(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            Matcher code = ERROR_CODE.matcher(String.valueOf(each.getMessage()));
            if (each instanceof RedisCommandExecutionException && code.lookingAt()) {
                return new IllegalStateException("Redis refused: " + code.group());
            }
        }
        return new IllegalStateException(
                "Redis did not answer: " + failure.getClass().getSimpleName());
    }

    @Override
    public void close() {
        if (connected != null) {
            connected.connection().close();
        }
    }
}
