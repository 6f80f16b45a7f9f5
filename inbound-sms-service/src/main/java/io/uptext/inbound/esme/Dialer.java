/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.uptext.inbound.loop.EventLoops;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLKeyException;
import org.jspecify.annotations.Nullable;

/** Connects to SMSCs. */
final class Dialer {

    /** Names are looked up and keys are read here, for that may take long. */
    private static final Executor LOOKUPS = Thread.ofVirtual().name("smsc-lookup-", 0)::start;

    private final EventLoops loops;
    private final AtomicInteger dialled = new AtomicInteger();

    /** Where to connect, and how. */
    private record Way(InetSocketAddress address, @Nullable SslContext tls) {}

    Dialer(EventLoops loops) {
        this.loops = loops;
    }

    /**
     * Connects.
     *
     * @param tls how to encrypt, or null not to; asked on a thread that may wait
     * @param timeout for the connection, and again for the handshake of TLS
     * @param loop where the connection lives
     * @param handlers of what comes, to be added in this order
     * @return completes on the loop, once the connection can be used
     */
    CompletableFuture<Channel> dial(
            SmscAddress smsc,
            Supplier<@Nullable SslContext> tls,
            Duration timeout,
            EventLoop loop,
            ChannelHandler... handlers) {
        return CompletableFuture.supplyAsync(() -> new Way(addressOf(smsc), contextOf(tls)), LOOKUPS)
                .thenComposeAsync(way -> connect(smsc, way.address(), way.tls(), timeout, loop, handlers), loop);
    }

    private static @Nullable SslContext contextOf(Supplier<@Nullable SslContext> tls) {
        try {
            return tls.get();
        } catch (RuntimeException e) {
            SSLException unusable = new SSLKeyException(String.valueOf(e.getMessage()));
            unusable.initCause(e);
            throw new CompletionException(unusable);
        }
    }

    /** One of its addresses; the next time another one, if there are several. */
    private InetSocketAddress addressOf(SmscAddress smsc) {
        try {
            InetAddress[] all = InetAddress.getAllByName(smsc.host());
            return new InetSocketAddress(all[Math.floorMod(dialled.getAndIncrement(), all.length)], smsc.port());
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }

    private CompletableFuture<Channel> connect(
            SmscAddress smsc,
            InetSocketAddress address,
            @Nullable SslContext tls,
            Duration timeout,
            EventLoop loop,
            ChannelHandler... handlers) {
        CompletableFuture<Channel> ready = new CompletableFuture<>();
        ChannelFuture connected = new Bootstrap()
                .group(loop)
                .channelFactory(() -> loops.resources().onChannel(SocketChannel.class, loop))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(timeout.toMillis()))
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        notice(channel, timeout);
                        if (tls != null) {
                            SslHandler handler = tls.newHandler(channel.alloc(), smsc.host(), smsc.port());
                            handler.setHandshakeTimeoutMillis(timeout.toMillis());
                            channel.pipeline().addLast(handler);
                            handler.handshakeFuture()
                                    .addListener(done -> end(ready, channel, done.isSuccess() ? null : done.cause()));
                        }
                        channel.pipeline().addLast(handlers);
                    }
                })
                .connect(address);
        connected.addListener(done -> {
            if (!done.isSuccess() || tls == null) {
                end(ready, connected.channel(), done.isSuccess() ? null : done.cause());
            }
        });
        return ready;
    }

    private static void end(CompletableFuture<Channel> ready, Channel channel, @Nullable Throwable failure) {
        if (failure == null) {
            ready.complete(channel);
        } else {
            ready.completeExceptionally(failure);
        }
    }

    /** What is sent and not acknowledged by the peer's system for that long ends the connection (Linux tcp(7)). */
    private static void notice(Channel channel, Duration timeout) {
        if (channel instanceof EpollSocketChannel) {
            channel.config().setOption(EpollChannelOption.TCP_USER_TIMEOUT, Math.toIntExact(3 * timeout.toMillis()));
        }
    }
}
