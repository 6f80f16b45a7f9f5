/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Connections from several addresses of loopback, since one address has 28,000 ports towards another. One thread serves them. */
final class Sockets implements AutoCloseable {

    private static final int ADDRESSES = 4;
    private static final int READ_BYTES = 2_048;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            1, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    private final EventLoop loop = group.next();

    EventLoop loop() {
        return loop;
    }

    /** Connects to a port of 127.0.0.1, from the address that this number has. */
    ChannelFuture connect(int port, int number, ChannelHandler handler) {
        Bootstrap client = new Bootstrap()
                .group(loop)
                .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
                .localAddress(new InetSocketAddress("127.0.0." + (1 + number % ADDRESSES), 0))
                .handler(handler);
        if (Epoll.isAvailable()) {
            // The port is chosen with the target in view, so that addresses are enough for more than one server.
            client.option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
        }
        return client.connect("127.0.0.1", port);
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
