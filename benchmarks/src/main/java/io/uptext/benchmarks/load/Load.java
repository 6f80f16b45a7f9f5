/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Sends requests over many connections from one thread, on each the next one when the last is answered. */
public final class Load implements AutoCloseable {

    private static final int OK = 200;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final EventLoopGroup thread = new MultiThreadIoEventLoopGroup(
            1, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());

    /**
     * Sends them all to a port of loopback, each once, and waits for the answers.
     *
     * @throws IllegalStateException if one of them is answered with anything but 200, or not within minutes
     */
    public Answered send(byte[][] requests, int port, int connections) throws InterruptedException {
        return send(requests, port, connections, OK);
    }

    /** As above, where another status is the good one. */
    public Answered send(byte[][] requests, int port, int connections, int wanted) throws InterruptedException {
        Batch batch = new Batch(requests, wanted);
        ChannelGroup open = connect(batch, port, connections);
        try {
            return batch.end().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load has failed: " + reason(e), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The load was not answered within " + LONGEST.toMinutes() + " minutes", e);
        } finally {
            open.close().awaitUninterruptibly();
        }
    }

    /** Sends to a port of loopback whatever the supplier has, until what it returns is closed. */
    public Pressure keepSending(Supplier<byte[]> requests, int port, int connections) throws InterruptedException {
        Pressure pressure = new Pressure(requests);
        pressure.over(connect(pressure, port, connections));
        return pressure;
    }

    private ChannelGroup connect(Talk talk, int port, int connections) throws InterruptedException {
        Bootstrap client = new Bootstrap()
                .group(thread)
                .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Answers(), new Conversation(talk));
                    }
                });
        ChannelGroup open = new DefaultChannelGroup(thread.next());
        for (int i = 0; i < connections; i++) {
            open.add(client.connect("127.0.0.1", port).sync().channel());
        }
        return open;
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }

    @Override
    public void close() {
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
