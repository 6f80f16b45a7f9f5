/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.resource.ClientResources;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.uptext.inbound.loop.EventLoops;
import io.uptext.inbound.loop.Gathering;
import io.uptext.inbound.redis.Questions.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redis as something that may be away. A question has an answer in time, or none. After a silence nobody asks until a new
 * connection stands, which is sought in the background: an outage costs those who ask just then the time to wait, and nobody
 * after them.
 */
public final class Redis implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Redis.class);

    /** Between two attempts to connect, and how long each of them takes at most. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** How late a timeout may be noticed. */
    private static final Duration TICK = Duration.ofMillis(10);

    private static final Executor LATER = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);

    private final HashedWheelTimer timer = new HashedWheelTimer(
            new DefaultThreadFactory("redis-timeouts", true), TICK.toMillis(), TimeUnit.MILLISECONDS);
    private final ClientResources resources =
            ClientResources.builder().timer(timer).build();
    private final RedisClient client = RedisClient.create(resources);
    private final EventLoops loops;
    private final Gathering<Question<?>> asked;
    private final RedisURI address;
    private final Duration timeout;
    private final AtomicReference<@Nullable StatefulRedisConnection<String, String>> live = new AtomicReference<>();
    private final AtomicBoolean silent = new AtomicBoolean();
    private final AtomicBoolean refused = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * Connects. Where Redis is away, it returns after a second at most and goes on trying.
     *
     * @param timeout for an answer
     * @param loops where answers are given, if that is where the question came from: the one thread that all answers come
     *     in on has to be free for the next
     */
    public Redis(String uri, Duration timeout, EventLoops loops) {
        this.loops = loops;
        this.asked = new Gathering<>(loops, this::send);
        this.timeout = timeout;
        this.address = RedisURI.create(uri);
        address.setTimeout(PAUSE);
        // We connect anew ourselves: Lettuce would wait up to half a minute, and never on a peer that has frozen.
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                // Deadlines are ours, too: one for all that goes together.
                .timeoutOptions(TimeoutOptions.builder().timeoutCommands(false).build())
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(PAUSE)
                        .keepAlive(true)
                        .build())
                .build());
        connect()
                .completeOnTimeout(null, PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private CompletableFuture<@Nullable Void> connect() {
        return client.connectAsync(StringCodec.UTF8, address)
                .toCompletableFuture()
                .handle((connection, failure) -> {
                    if (failure == null) {
                        use(connection);
                    } else {
                        tellSilence(failure);
                        connectLater();
                    }
                    return null;
                });
    }

    private void use(StatefulRedisConnection<String, String> connection) {
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> gone) {
                lose(connection);
            }
        });
        live.set(connection);
        if (!connection.isOpen()) {
            lose(connection);
        } else if (silent.compareAndSet(true, false)) {
            log.info("Redis answers again");
        }
    }

    private void connectLater() {
        LATER.execute(() -> {
            if (!closed) {
                var _ = connect();
            }
        });
    }

    /**
     * The answer to a command, or empty where there is none in time. It never fails. What an event loop asks goes
     * together, as far as it can without waiting for more.
     */
    <T> CompletableFuture<Optional<T>> ask(RedisCommand<String, String, T> command) {
        Question<T> question = new Question<>(new AsyncCommand<>(command), new CompletableFuture<>());
        if (live.get() == null) {
            question.leave();
        } else {
            asked.add(question);
        }
        return question.answer();
    }

    private CompletableFuture<@Nullable Void> send(List<Question<?>> asked) {
        @Nullable StatefulRedisConnection<String, String> connection = live.get();
        if (connection == null) {
            asked.forEach(Question::leave);
            return CompletableFuture.completedFuture(null);
        }
        Questions questions = new Questions(asked, loops.here(), failure -> fail(connection, failure));
        try {
            connection.dispatch(questions.begin(timer, timeout));
        } catch (RuntimeException e) {
            // Whatever it is, whoever has asked hears of it, and the next load can go.
            questions.end(e);
        }
        return questions.over();
    }

    /** A no, such as {@code OOM}, is an answer: the connection is good, and another one would hear the same. */
    private void fail(StatefulRedisConnection<String, String> connection, Throwable reason) {
        if (reason instanceof RedisCommandExecutionException no) {
            if (refused.compareAndSet(false, true)) {
                log.warn(
                        "Redis has refused a command: {}",
                        String.valueOf(no.getMessage()).split(" ", 2)[0]);
            }
        } else {
            tellSilence(reason);
            lose(connection);
        }
    }

    /** Leaves a connection for good, with all that waits in it: behind a frozen server it would only grow. */
    private void lose(StatefulRedisConnection<String, String> connection) {
        if (live.compareAndSet(connection, null)) {
            var _ = connection.closeAsync();
            connectLater();
        }
    }

    /** Once for an outage; the class only, since an exception could quote a command. */
    private void tellSilence(Throwable reason) {
        if (!closed && silent.compareAndSet(false, true)) {
            log.warn("Redis does not answer ({})", reason.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        closed = true;
        live.set(null);
        client.shutdown(Duration.ZERO, PAUSE);
        resources.shutdown(0, PAUSE.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
        timer.stop();
    }
}
