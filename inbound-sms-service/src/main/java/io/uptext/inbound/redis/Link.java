/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.netty.channel.EventLoop;
import io.netty.util.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The way from one event loop to Redis: a connection that lives on it, and the next one, sought once it is lost. */
final class Link implements AutoCloseable {

    /** Between two attempts to connect, and how long each of them takes at most. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Executor LATER = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);

    private final EventLoop loop;
    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI address;
    private final Outage outage;
    private final AtomicReference<@Nullable StatefulRedisConnection<String, String>> live = new AtomicReference<>();
    private volatile boolean closed;

    /** Does not connect yet. */
    Link(EventLoop loop, Timer timer, RedisURI address, Outage outage) {
        this.loop = loop;
        this.address = address;
        this.outage = outage;
        this.resources = ClientResources.builder()
                .timer(timer)
                .eventLoopGroupProvider(new OneEventLoop(loop))
                .build();
        this.client = RedisClient.create(resources);
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
    }

    /** Completes once there is a connection, or none yet; in that case it goes on trying. */
    CompletableFuture<@Nullable Void> connect() {
        return client.connectAsync(StringCodec.UTF8, address)
                .toCompletableFuture()
                .handle((connection, failure) -> {
                    if (failure == null) {
                        use(connection);
                    } else {
                        outage.begins(failure);
                        connectLater();
                    }
                    return null;
                });
    }

    /** Where the connections live. */
    EventLoop loop() {
        return loop;
    }

    /** The connection, if there is one. */
    @Nullable
    StatefulRedisConnection<String, String> live() {
        return live.get();
    }

    private void use(StatefulRedisConnection<String, String> connection) {
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> gone) {
                lose(connection);
            }
        });
        live.set(connection);
        if (closed) {
            // It stands only now, and nobody would close it any more.
            live.set(null);
            var _ = connection.closeAsync();
        } else if (connection.isOpen()) {
            outage.ends();
        } else {
            lose(connection);
        }
    }

    private void connectLater() {
        LATER.execute(() -> {
            if (!closed) {
                var _ = connect();
            }
        });
    }

    /** Leaves the connection for good, with all that waits in it: behind a frozen server it would only grow. */
    void lose() {
        @Nullable StatefulRedisConnection<String, String> connection = live.get();
        if (connection != null) {
            lose(connection);
        }
    }

    /**
     * As {@link #lose()}, if it is still this one.
     *
     * @return whether it was
     */
    boolean lose(StatefulRedisConnection<String, String> connection) {
        if (!live.compareAndSet(connection, null)) {
            return false;
        }
        var _ = connection.closeAsync();
        connectLater();
        return true;
    }

    @Override
    public void close() {
        closed = true;
        live.set(null);
        client.shutdown(Duration.ZERO, PAUSE);
        resources.shutdown(0, PAUSE.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
