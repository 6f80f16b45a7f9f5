/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests at a pace, each when it is due and on a connection that is free: a slow answer does not make the next one late. */
public final class Posts implements AutoCloseable {

    private static final int OK = 200;

    private final EventLoopGroup thread = new MultiThreadIoEventLoopGroup(
            1, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    private final Deque<Channel> free = new ArrayDeque<>();
    private final Deque<byte[]> late = new ArrayDeque<>();
    private CompletableFuture<Integer> end = new CompletableFuture<>();
    private int open;

    /** Over so many connections to a port of loopback, which servers close when nobody asks anything for some seconds. */
    public Posts(int port, int connections) throws InterruptedException {
        Bootstrap client = new Bootstrap()
                .group(thread)
                .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Answers(), new Connection());
                    }
                });
        for (int i = 0; i < connections; i++) {
            var _ = client.connect("127.0.0.1", port).sync();
        }
    }

    /**
     * Sends so many a second, each once, and waits for the answers.
     *
     * @param begun when the first is due, by {@link System#nanoTime()}
     * @throws IllegalStateException if one is answered with anything but 200, or not in time
     */
    public void send(byte[][] requests, long begun, double perSecond, Duration longest)
            throws InterruptedException, ExecutionException {
        CompletableFuture<Integer> all = new CompletableFuture<>();
        var _ = thread.submit(() -> {
                    if (end.isCompletedExceptionally()) {
                        all.completeExceptionally(new IllegalStateException("a connection was closed before"));
                    }
                    end = all;
                    open = requests.length;
                    for (int i = 0; i < requests.length; i++) {
                        byte[] request = requests[i];
                        long due = begun + (long) (i * 1e9 / perSecond);
                        var _ = thread.next()
                                .schedule(() -> send(request), due - System.nanoTime(), TimeUnit.NANOSECONDS);
                    }
                })
                .sync();
        try {
            all.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Not all requests were answered in time", e);
        }
    }

    private void send(byte[] request) {
        Channel channel = free.poll();
        if (channel == null) {
            late.add(request);
        } else {
            var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(request), channel.voidPromise());
        }
    }

    /** One connection, which is free when it has its answer. */
    private final class Connection extends SimpleChannelInboundHandler<Integer> {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            free.add(context.channel());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, Integer status) {
            free.add(context.channel());
            if (status != OK) {
                end.completeExceptionally(
                        new IllegalStateException("a request was answered with " + status + " rather than 200"));
            } else if (--open == 0) {
                end.complete(OK);
            } else if (!late.isEmpty()) {
                send(late.remove());
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            free.remove(context.channel());
            end.completeExceptionally(new IllegalStateException("a connection was closed"));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            end.completeExceptionally(cause);
            var _ = context.close();
        }
    }

    @Override
    public void close() {
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
