/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.netty.Connection;

/**
 * Takes a connection from the server for a stream. What the server keeps for requests, its codec and its operations, is worth
 * several kilobytes, and a stream is the last answer of its connection.
 */
final class TakeOver {

    /** What the kernel keeps of unread events; a browser that reads needs a hundredth. */
    private static final int SEND_BUFFER = 8 * 1024;

    /** By how much the kernel is slower to give up than we are, so that who is there and does not read counts as slow. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private TakeOver() {}

    /**
     * Leaves {@code stream}, and TLS, as the only handler; on the event loop, with no request half read.
     *
     * @return whether there still is a connection; without one nobody would tell the stream of its end
     */
    static boolean by(Stream stream, Connection connection, Duration writeTimeout) {
        Channel channel = connection.channel();
        if (!channel.isActive()) {
            return false;
        }
        ChannelPipeline pipeline = channel.pipeline();
        List<ChannelHandler> before = new ArrayList<>(pipeline.toMap().values());
        pipeline.addLast("uptext.watch", stream);
        // From the end, so that what one has left over comes to the stream, which passes over it.
        before.reversed().stream().filter(each -> !(each instanceof SslHandler)).forEach(pipeline::remove);
        forget(connection);
        channel.config().setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER);
        if (channel instanceof EpollSocketChannel) {
            // A browser whose network is gone acknowledges nothing; without this the kernel tries for a quarter of an
            // hour.
            channel.config()
                    .setOption(
                            EpollChannelOption.TCP_USER_TIMEOUT,
                            Math.toIntExact(writeTimeout.plus(SLACK).toMillis()));
        }
        channel.config().setAutoRead(true);
        return true;
    }

    /** So that nothing leads from the channel to the request; the server does the same when an answer has ended. */
    @SuppressWarnings("NullAway") // its parameter is not annotated
    private static void forget(Connection request) {
        request.rebind(null);
    }
}
